/** Where the focus goes after a part of the page was added or removed. */

/** Puts the focus on the first field of a part that is only now being drawn, or on the part itself. */
export function focusSoon(path: string): void {
  requestAnimationFrame(() => {
    const fields = document.querySelectorAll<HTMLElement>("input[id], select[id], textarea[id], button[id]");
    const target =
      [...fields].find((field) => field.id.startsWith(path) && field.getClientRects().length > 0) ??
      document.getElementById(`${path}:add`);
    target?.focus();
  });
}
