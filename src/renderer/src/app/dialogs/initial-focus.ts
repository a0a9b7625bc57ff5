/** Puts the focus on the first field of a dialog that opens, even where the field is drawn later, after its data was read. */

const FIELDS =
  '.dialog-body :is(input:not([type="hidden"]), textarea, select, [contenteditable="true"]):not(:disabled):not([tabindex="-1"])';
/** Nothing to fill in: the primary button of the dialog, or *Cancel* where its action cannot be undone. */
const PRIMARY_BUTTON = '.dialog-foot .button-primary:not(:disabled)';

/** Focuses the first field of an open dialog; gives what stops waiting for one. */
export function focusFirst(dialog: HTMLDialogElement): () => void {
  const wanted = (): HTMLElement | null =>
    dialog.querySelector<HTMLElement>('[data-initial-focus]:not(:disabled)') ??
    dialog.querySelector<HTMLElement>(FIELDS);
  const now = wanted();
  if (now) {
    now.focus();
    return () => undefined;
  }
  const primary = dialog.querySelector<HTMLElement>(PRIMARY_BUTTON);
  (primary ?? dialog).focus();
  const observer = new MutationObserver(() => {
    const field = wanted();
    if (!field) return;
    observer.disconnect();
    // Only while the person has not gone elsewhere.
    if (document.activeElement === dialog || document.activeElement === primary) field.focus();
  });
  // What is marked may wait for an answer before it can be used.
  observer.observe(dialog, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  return () => observer.disconnect();
}
