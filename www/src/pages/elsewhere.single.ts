/** The single file is one page. */
import { nothing } from "lit-html";
import type { View } from "../ui/view.js";

export const elsewhereView = (): View => nothing;
