/** The single file is one page, and its address is of no use to others. */
import { nothing } from "lit-html";
import type { View } from "../ui/view.js";

export const elsewhereView = (): View => nothing;
export const shareItem = (): View => nothing;
