/** Files dropped anywhere on the window, and text or files pasted outside a field, are imports. */
import { useEffect, useState } from 'react';
import { Icon } from '../kit/Icon';
import { isTyping } from '../app/commands';
import { importFiles } from '../app/transfer/imports';
import { overlay } from '../app/state/overlays';
import { start } from '../app/calls/run';

export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => followDrops(setOver), []);
  if (!over) return null;
  return (
    <div className="drop-target" aria-hidden="true">
      <div>
        <Icon name="import" size={32} />
        <b>Drop to import</b>
        <span className="muted">Files or whole folders. You review them before anything is added.</span>
      </div>
    </div>
  );
}

function followDrops(setOver: (over: boolean) => void): () => void {
  // Entering a child leaves its parent: only the balance tells whether the pointer is still over the window.
  let depth = 0;
  const enter = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    depth += 1;
    setOver(true);
  };
  const leave = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    setOver(depth > 0);
  };
  const hover = (event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    depth = 0;
    setOver(false);
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    start(importFiles([...(event.dataTransfer?.files ?? [])]));
  };
  window.addEventListener('dragenter', enter);
  window.addEventListener('dragleave', leave);
  window.addEventListener('dragover', hover);
  window.addEventListener('drop', drop);
  window.addEventListener('paste', onPaste);
  return () => {
    window.removeEventListener('dragenter', enter);
    window.removeEventListener('dragleave', leave);
    window.removeEventListener('dragover', hover);
    window.removeEventListener('drop', drop);
    window.removeEventListener('paste', onPaste);
  };
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** A grid takes what is pasted into its cells; a field takes what is pasted into it. The rest is an import. */
function onPaste(event: ClipboardEvent): void {
  const { clipboardData, target } = event;
  const isElsewhere =
    isTyping(target) || (target instanceof Element && target.closest('[data-takes-paste], .ag-root-wrapper'));
  if (event.defaultPrevented || !clipboardData || isElsewhere || document.querySelector('dialog[open]')) return;
  const files = [...clipboardData.files];
  const text = clipboardData.getData('text/plain');
  const html = clipboardData.getData('text/html');
  if (files.length > 0) start(importFiles(files));
  else if (text.trim() !== '') overlay.set({ kind: 'paste', text, html: html.trim() === '' ? null : html });
  else return;
  event.preventDefault();
}
