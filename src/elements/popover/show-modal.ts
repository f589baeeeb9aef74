/** Shows `dialog` unless it is open, or was taken out of the page meanwhile: `showModal` throws then. */
export function showModal(dialog: HTMLDialogElement): void {
  if (dialog.isConnected && !dialog.open) dialog.showModal();
}
