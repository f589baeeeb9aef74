/** Shows `dialog` unless it is open or was removed from the page, in which cases `showModal` throws. */
export function showModal(dialog: HTMLDialogElement): void {
  if (dialog.isConnected && !dialog.open) dialog.showModal();
}
