/** The single file has no page "Uji". */
import { nothing } from "lit-html";

export const proofLink = (): typeof nothing => nothing;
