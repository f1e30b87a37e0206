// The block in the editor: its settings beside it, and a place-holder where the calculator will stand. The page
// itself is rendered by element.php, so that the editor contacts no other address.
(({ blocks, blockEditor, components, element }) => {
  const indonesian = !document.documentElement.lang.startsWith("en");
  const say = (id, en) => (indonesian ? id : en);
  const create = element.createElement;

  const choice = (label, options) => (value, onChange) =>
    create(components.SelectControl, { key: label, label, value, options, onChange });
  const typed = (label, help) => (value, onChange) =>
    create(components.TextControl, { key: label, label, help, value, onChange });

  const controls = {
    region: typed(
      say("Daerah", "Region"),
      say(
        "Kode Kemendagri atau nama yang tersedia di kalkulator, misalnya 73.71. Boleh kosong.",
        "Kemendagri code or a name that the calculator knows, such as 73.71. May be empty.",
      ),
    ),
    mode: choice(say("Bentuk", "Form"), [
      {
        value: "compact",
        label: say("Ringkas: beberapa pertanyaan dan jawabannya", "Compact: a few questions and the answer"),
      },
      { value: "full", label: say("Lengkap: seluruh kalkulator", "Full: the whole calculator") },
    ]),
    language: choice(say("Bahasa", "Language"), [
      { value: "id", label: "Bahasa Indonesia" },
      { value: "en", label: "English" },
    ]),
    accent: typed(
      say("Warna aksen", "Accent colour"),
      say(
        "Misalnya #0b5cad. Warna yang membuat tulisan sukar dibaca tidak dipakai.",
        "Such as #0b5cad. A colour that makes letters hard to read is not used.",
      ),
    ),
  };

  function Edit({ attributes, setAttributes }) {
    const settings = Object.entries(controls).map(([name, control]) =>
      control(attributes[name], (value) => setAttributes({ [name]: value })),
    );
    return create(
      "div",
      blockEditor.useBlockProps(),
      create(
        blockEditor.InspectorControls,
        null,
        create(components.PanelBody, { title: say("Pengaturan", "Settings") }, settings),
      ),
      create(
        components.Placeholder,
        {
          icon: "calculator",
          label: "Kalkulator Cakupan",
          instructions: say(
            "Kalkulator tampil di halaman yang diterbitkan. Pengaturannya ada di panel samping.",
            "The calculator shows on the published page. Its settings are in the side panel.",
          ),
        },
        attributes.region,
      ),
    );
  }

  blocks.registerBlockType("cakupan/kalkulator", { edit: Edit, save: () => null });
})(window.wp);
