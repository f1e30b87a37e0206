// A portal in React 19: scenario as a property, language as an attribute, the answer by an event.
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { define } from "cakupan/embed";
import makassar from "../../../../cases/makassar.json";

define();

const src = document.querySelector("meta[name=calculator]").content;

function HostPage() {
  const [language, setLanguage] = useState("id");
  const [total, setTotal] = useState(null);
  return (
    <main>
      <h1>Portal React</h1>
      <p>Jumlah yang diterima portal: <output id="hasil">{total}</output></p>
      <p><button type="button" onClick={() => setLanguage("en")}>English</button></p>
      <kalkulator-cakupan
        mode="full"
        src={src}
        language={language}
        scenario={makassar}
        oncakupan-result={event => setTotal(event.detail.totalRupiah)}
      />
    </main>
  );
}

createRoot(document.querySelector("#host")).render(<StrictMode><HostPage /></StrictMode>);
