/** What the head of the calculator says of itself as an application; nothing until a part that is loaded later knows it. */
import { signal } from "@preact/signals-core";
import type { View } from "../ui/view.js";

export const notice = signal<View | null>(null);
