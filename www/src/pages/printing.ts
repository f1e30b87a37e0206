/** Opens the preview of printed documents, which is loaded when it is asked for. */
import { withPart } from "../plan/save.js";

export const printReport = (): Promise<void> => withPart(import("./report.js"), (parts) => parts.openReport());
