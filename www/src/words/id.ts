/** What people read, in Indonesian, room by room. The English catalogue must have the same keys. */
import { page } from "./id/page.js";
import { form } from "./id/form.js";
import { messages } from "./id/messages.js";
import { answer } from "./id/answer.js";
import { law } from "./id/law.js";

export const id = { ...page, ...form, ...messages, ...answer, ...law };

export type Catalogue = typeof id;
