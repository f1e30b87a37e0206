/** Opening and closing of the dialogs; the browser gives the focus back to what opened them. */

/** Opens a dialog once it is drawn; says whether it does so now. */
export function showDialog(id: string): boolean {
  const dialog = document.getElementById(id);
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return false;
  dialog.showModal();
  return true;
}

export function closeDialog(id: string): void {
  const dialog = document.getElementById(id);
  if (dialog instanceof HTMLDialogElement) dialog.close();
}

/** Whether the dialog is still closed: `close` fires later, and the dialog may have been opened again. */
export function isClosed({ currentTarget }: Event): boolean {
  return !(currentTarget instanceof HTMLDialogElement && currentTarget.open);
}
