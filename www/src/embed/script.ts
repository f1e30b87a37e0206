/** For pages without modules: one script, and `<kalkulator-cakupan>` works; the calculator lies beside it. */
import { define } from "cakupan/embed";

const { src } = document.currentScript as HTMLScriptElement;

// …/embed/embed.js and …/embed/<version>/embed.js belong to …/sematan.html.
define(src.replace(/embed\/([^/]+\/)?embed\.js([?#].*)?$/, "sematan.html"));
