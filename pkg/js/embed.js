// The calculator on another page: the element with its frame, and the reading of messages between host and frame.

/** Characters of one message, messages in ten seconds, pixels of height. */
export const LIMITS = Object.freeze({ letters: 200_000, messages: 200, pixels: 40_000 });

const NAME = "kalkulator-cakupan";
const MOST_DEEP = 24;

// ───────────────────────────── reading ─────────────────────────────

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const oneOf =
  (...words) =>
  (value) =>
    words.includes(value);
const text = (most) => (value) => typeof value === "string" && [...value].length <= most;
const whole = (most) => (value) => Number.isSafeInteger(value) && value >= 0 && value <= most;
const orNull = (fits) => (value) => value === null || fits(value);
const list = (most, shape) => (value) => Array.isArray(value) && value.length <= most && value.every(filled(shape));
const filled = (shape) => (value) => faultOf(value, shape, true) === null;
const match = (pattern) => (value) => typeof value === "string" && pattern.test(value);

const colour = match(/^#[0-9a-f]{6}$/i);
const words = filled({ id: text(4000), en: text(4000) });

const SETTINGS = {
  mode: oneOf("compact", "full"),
  language: oneOf("id", "en"),
  theme: {
    accent: colour,
    background: colour,
    text: colour,
    radius: whole(24),
    font: oneOf("system", "serif", "mono"),
  },
  region: text(200),
  scenario: isObject,
  keep: oneOf(true, false),
};

const YEAR = {
  year: whole(9999),
  rupiah: whole(Infinity),
  shortRupiah: whole(Infinity),
  members: orNull(whole(Infinity)),
  percent: orNull((value) => typeof value === "number" && value >= 0),
  scope: oneOf("region", "paid", null),
};

/** Shape of each kind of message of the frame. */
const FRAME = {
  ready: {},
  height: { pixels: whole(LIMITS.pixels) },
  result: {
    result: {
      engine: text(40),
      law: text(40),
      region: text(200),
      firstMonth: match(/^\d{4}-\d\d$/),
      months: whole(360),
      totalRupiah: whole(Infinity),
      years: list(31, YEAR),
      scenario: isObject,
    },
  },
  problems: { problems: list(100, { code: text(40), path: text(200), message: words }) },
  refused: {
    code: oneOf("unknownVersion", "unknownKind", "tooLarge", "tooMany", "badSetting", "unknownRegion", "lowContrast"),
    params: (value) =>
      isObject(value) && Object.values(value).every((item) => Number.isFinite(item) || text(200)(item) || words(item)),
  },
};

/** First path that does not fit the shape; `null` if all fit. With `needed` no field may be absent. */
function faultOf(value, shape, needed, path = "") {
  if (typeof shape === "function") return shape(value) ? null : path;
  if (!isObject(value)) return path;
  for (const key of new Set([...Object.keys(shape), ...Object.keys(value)])) {
    const at = path ? `${path}.${key}` : key;
    if (!Object.hasOwn(shape, key)) return at;
    if (!needed && (value[key] ?? null) === null) continue;
    const fault = faultOf(value[key], shape[key], needed, at);
    if (fault !== null) return fault;
  }
  return null;
}

/** Copies a message as JSON data in one pass, so that the data that is checked is the data that is used. */
function plain(value, left, deep = 0) {
  left.letters -= typeof value === "string" ? value.length + 1 : 1;
  const many = Array.isArray(value) ? value.length : 0;
  if (left.letters < many || deep > MOST_DEEP) throw "tooLarge";
  if (value === null || typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return value;
  if (Array.isArray(value)) return Array.from(value, (item) => plain(item, left, deep + 1));
  // Plain objects only, also of another window; no dates, maps or classes.
  const parent = isObject(value) ? Object.getPrototypeOf(value) : value;
  if (parent !== null && (!isObject(parent) || Object.getPrototypeOf(parent) !== null)) throw "badSetting";
  const entries = Object.keys(value).flatMap((key) => {
    left.letters -= key.length;
    if (key === "__proto__") throw "badSetting";
    const item = value[key];
    return item === undefined ? [] : [[key, plain(item, left, deep + 1)]];
  });
  return Object.fromEntries(entries);
}

export function readFrameMessage(data) {
  try {
    const { cakupan, kind, ...rest } = plain(data, { ...LIMITS });
    if (cakupan !== 1 || !Object.hasOwn(FRAME, kind)) return null;
    return faultOf(rest, FRAME[kind], true) === null ? { cakupan, kind, ...rest } : null;
  } catch {
    return null;
  }
}

export function readHostMessage(data) {
  const refused = (code, params = {}) => ({ refused: code, params });
  let ours = false;
  try {
    ours = isObject(data) && Object.hasOwn(data, "cakupan");
    if (!ours) return null;
    const { cakupan, kind, settings, ...rest } = plain(data, { ...LIMITS });
    if (cakupan !== 1) return refused("unknownVersion", { known: 1 });
    if (kind !== "configure") return refused("unknownKind", { known: "configure" });
    const fault = faultOf(rest, {}, true) ?? faultOf(settings, SETTINGS, false);
    if (fault !== null) return refused("badSetting", { setting: fault.slice(0, 100) || "settings" });
    return { cakupan, kind, settings };
  } catch (reason) {
    if (!ours) return null;
    return reason === "tooLarge" ? refused(reason, { most: LIMITS.letters }) : refused("badSetting", { setting: "" });
  }
}

// ───────────────────────────── the element ─────────────────────────────

const LOOK = ["mode", "language", "accent", "background", "text", "radius", "font"];

/**
 * `allow-scripts`: the calculator runs. `allow-same-origin`: messages carry its origin, and `keep` can use storage.
 * Popups: links to the law and to the whole calculator open in a new tab without this sandbox. `allow-modals`: an
 * explanation can be printed. Not allowed: navigating the host, forms, downloads, locks, devices.
 */
const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-modals";

function addressOf(src, base) {
  try {
    const address = new URL(src || "about:blank", base);
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
}

export function define(home) {
  if (typeof customElements === "undefined" || customElements.get(NAME)) return;
  // A constructed sheet: security policies of hosts may forbid style elements and inline styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;border:0}");

  class Calculator extends HTMLElement {
    static observedAttributes = [...LOOK, "src", "region", "keep", "name"];

    #connected = false;
    #frame;
    #origin = "";
    #scenario = null;
    /** Whether the frame has sent `ready`; before that no message is sent. */
    #ready = false;
    #timer;
    #since = 0;
    #count = 0;

    constructor() {
      super();
      this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
      // A scenario set before the element was defined is an own field that hides the property.
      if (!Object.hasOwn(this, "scenario")) return;
      const { scenario } = this;
      delete this.scenario;
      this.scenario = scenario;
    }

    get scenario() {
      return this.#scenario;
    }

    set scenario(scenario) {
      this.#scenario = scenario ?? null;
      this.#changed();
    }

    connectedCallback() {
      addEventListener("message", this);
      this.#connected = true;
      this.#load();
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.#connected = false;
      this.#unload();
    }

    attributeChangedCallback(name, old, value) {
      if (!this.#connected || old === value) return;
      if (name === "src") this.#load();
      if (this.#frame) this.#frame.title = this.#title();
      this.#changed();
    }

    handleEvent(event) {
      // Only the current frame, still at its origin, and at most `LIMITS.messages` in ten seconds.
      if (!event.source || event.source !== this.#frame?.contentWindow || event.origin !== this.#origin) return;
      if (event.timeStamp - this.#since > 10_000) [this.#since, this.#count] = [event.timeStamp, 0];
      if (++this.#count > LIMITS.messages) return;
      const message = readFrameMessage(event.data);
      if (!message) return;
      const { cakupan, kind, ...rest } = message;
      if (kind === "height") {
        this.#frame.height = rest.pixels;
        return;
      }
      if (kind === "ready") {
        this.#ready = true;
        this.#configure();
      }
      this.#tell(kind, kind === "ready" ? null : (rest[kind] ?? rest));
    }

    #load() {
      this.#unload();
      const address = addressOf(this.getAttribute("src") ?? home, this.baseURI);
      if (!address) return this.#refuse("src");
      // The look is also in the address, so that the first paint has it.
      address.hash = new URLSearchParams(
        LOOK.filter((name) => this.hasAttribute(name)).map((name) => [name, this.getAttribute(name)]),
      );
      this.#origin = address.origin;
      const frame = document.createElement("iframe");
      frame.setAttribute("sandbox", SANDBOX);
      frame.loading = "lazy";
      frame.referrerPolicy = "no-referrer";
      frame.allow = "";
      frame.height = 480;
      frame.src = address.href;
      this.#frame = frame;
      frame.title = this.#title();
      this.shadowRoot.append(frame);
    }

    #unload() {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#ready = false;
      this.#frame?.remove();
      this.#frame = undefined;
    }

    #title() {
      return (
        this.getAttribute("name") ??
        (this.getAttribute("language") === "en"
          ? "Calculator: protecting workers by BPJS Ketenagakerjaan"
          : "Kalkulator perlindungan pekerja lewat BPJS Ketenagakerjaan")
      );
    }

    /** Joins several changes, or a colour that is being dragged, into one message. */
    #changed() {
      if (this.#ready) this.#timer ??= setTimeout(() => this.#configure(), 250);
    }

    #configure() {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      const of = (name) => this.getAttribute(name);
      const radius = of("radius");
      let scenario = null;
      try {
        // Frameworks pass proxies, which cannot be sent in a message.
        scenario = JSON.parse(JSON.stringify(this.#scenario)) ?? null;
      } catch {
        this.#refuse("scenario");
      }
      const settings = {
        mode: of("mode"),
        language: of("language"),
        theme: {
          accent: of("accent"),
          background: of("background"),
          text: of("text"),
          // A value that is not a number is sent unchanged, so that it is refused by name.
          radius: /^\d+$/.test(radius) ? Number(radius) : radius,
          font: of("font"),
        },
        region: of("region"),
        scenario,
        keep: this.hasAttribute("keep") && of("keep") !== "false",
      };
      this.#frame.contentWindow.postMessage({ cakupan: 1, kind: "configure", settings }, this.#origin);
    }

    #refuse(setting) {
      this.#tell("refused", { code: "badSetting", params: { setting } });
    }

    #tell(kind, detail) {
      this.dispatchEvent(new CustomEvent(`cakupan-${kind}`, { bubbles: true, composed: true, detail }));
    }
  }

  customElements.define(NAME, Calculator);
}
