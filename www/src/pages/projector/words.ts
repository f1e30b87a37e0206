/** What people read on the big screen, in both languages. */
import { language } from "../../words/current.js";

const id = { close: "Tutup tayangan", unnamed: "Rencana" };
const en: typeof id = { close: "Close", unnamed: "Plan" };

export const projectorWords = () => (language.value === "id" ? id : en);
