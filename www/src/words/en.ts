/** What people read, in English. Loaded when chosen. */
import { page } from "./en/page.js";
import { form } from "./en/form.js";
import { messages } from "./en/messages.js";
import { answer } from "./en/answer.js";
import { law } from "./en/law.js";
import type { Catalogue } from "./id.js";

export const en: Catalogue = { ...page, ...form, ...messages, ...answer, ...law };
