/** The engine inside the single file, which asks for nothing. */
import { inside } from "../offline/inside.single.js";

export const unpacked = (): Promise<Response> => inside("cakupan");
