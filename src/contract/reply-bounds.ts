/**
 * How large the answer to each message may be. A window that is handed more stands still while it takes it in: it is told
 * so in words instead. The list names every message: one without a bound does not compile.
 */
import type { AppMessage } from './app';
import { TieoutError, type Reply } from './errors';
import type { NotebookMessage } from './notebook';

export interface ReplyBound {
  /** Members and items, at any depth. */
  readonly members: number;
  /** UTF-16 units of text and bytes of files. */
  readonly characters: number;
}

const M = 1_000_000;
/** A few facts. */
const FACTS: ReplyBound = { members: 20_000, characters: 2 * M };
/** What a page of a list, or one record with all that belongs to it, holds. */
const PAGE: ReplyBound = { members: 500_000, characters: 32 * M };
/** A whole list, or a document with its marks and figures: of 100,000 rows, a few members each. */
const LIST: ReplyBound = { members: 2 * M, characters: 64 * M };
/** A file: handed over as it is, without being taken apart. */
const FILE: ReplyBound = { members: 20_000, characters: 1024 * M };

export const REPLY_BOUNDS: Readonly<Record<NotebookMessage | AppMessage, ReplyBound>> = {
  'notebook.info': FACTS,
  'history.list': PAGE,
  'history.undo': FACTS,
  'history.redo': FACTS,
  'document.list': LIST,
  'document.read': LIST,
  'document.pages': PAGE,
  'document.page': PAGE,
  'document.original': FILE,
  'document.update': FACTS,
  'document.remove': FACTS,
  'figure.page': LIST,
  'figure.detail': PAGE,
  'figure.suggest': PAGE,
  'figure.support': PAGE,
  'figure.create': FACTS,
  'figure.update': FACTS,
  'figure.remove': FACTS,
  'source.list': LIST,
  'source.create': FACTS,
  'source.update': FACTS,
  'source.remove': FACTS,
  'source.merge': FACTS,
  'link.add': FACTS,
  'link.remove': FACTS,
  'link.addDocument': FACTS,
  'annotation.add': FACTS,
  'annotation.update': FACTS,
  'annotation.remove': FACTS,
  'watch.list': LIST,
  'audit.summary': PAGE,
  'audit.run': FACTS,
  'audit.history': PAGE,
  'rule.list': FACTS,
  'rule.set': FACTS,
  'finding.list': LIST,
  'finding.setStatus': FACTS,
  'finding.choose': FACTS,
  'structure.list': LIST,
  'structure.create': FACTS,
  'structure.update': FACTS,
  'structure.remove': FACTS,
  'report.list': LIST,
  'report.read': PAGE,
  'report.check': PAGE,
  'report.create': FACTS,
  'report.save': FACTS,
  'report.remove': FACTS,
  'report.versions': PAGE,
  'report.keep': FACTS,
  'report.compare': PAGE,
  'report.restore': FACTS,
  'report.forget': FACTS,
  'note.list': LIST,
  'note.save': FACTS,
  'note.remove': FACTS,
  'view.list': PAGE,
  'view.save': FACTS,
  'view.remove': FACTS,
  'search.query': PAGE,
  'import.plan': LIST,
  'import.commit': LIST,
  'import.remap': LIST,
  'import.whole': LIST,
  'import.discard': FACTS,
  'work.progress': FACTS,
  'work.stop': FACTS,
  'log.read': PAGE,
  'backup.list': PAGE,
  'backup.now': FACTS,
  'app.info': FACTS,
  'app.setTheme': FACTS,
  'prefs.get': PAGE,
  'prefs.set': FACTS,
  'notebook.openDialog': FACTS,
  'notebook.newDialog': FACTS,
  'notebook.openRecent': FACTS,
  'notebook.restoreBackup': FACTS,
  'notebook.copies': PAGE,
  'notebook.saveAs': FACTS,
  'notebook.salvage': PAGE,
  'import.pick': PAGE,
  'import.start': FACTS,
  'import.cancel': FACTS,
  'export.save': PAGE,
  'export.preview': FILE,
  'export.unshown': FACTS,
  'export.progress': FACTS,
  'export.cancel': FACTS,
  'export.reveal': FACTS,
};

interface Size {
  members: number;
  characters: number;
}

/** True where `value` is within `bound`; looks no further than the bound. */
export function isWithin(value: unknown, bound: ReplyBound): boolean {
  const size: Size = { members: 0, characters: 0 };
  const open: unknown[] = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (typeof one === 'string') size.characters += one.length;
    else if (ArrayBuffer.isView(one)) size.characters += one.byteLength;
    else if (typeof one === 'object' && one !== null) {
      const members: readonly unknown[] = Array.isArray(one) ? one : Object.values(one);
      size.members += members.length;
      if (size.members > bound.members) return false;
      if (!Array.isArray(one)) for (const name of Object.keys(one)) size.characters += name.length;
      for (const member of members) if (typeof member === 'string' || typeof member === 'object') open.push(member);
    }
    if (size.characters > bound.characters) return false;
  }
  return true;
}

/** `reply` where it is within the bound of its message, else `E_TOO_LARGE`; what an error tells programs is cut off. */
export function boundedReply(message: NotebookMessage | AppMessage, reply: Reply<unknown>): Reply<unknown> {
  if (!reply.ok) {
    const { code, message: words } = reply.error;
    return isWithin(reply.error, FACTS) ? reply : { ok: false, error: { code, message: words.slice(0, 2000) } };
  }
  if (isWithin(reply.value, REPLY_BOUNDS[message])) return reply;
  const { code, message: words } = tooMuch();
  return { ok: false, error: { code, message: words } };
}

/** `E_TOO_LARGE`: more than a window can show. */
export const tooMuch = (): TieoutError =>
  new TieoutError(
    'E_TOO_LARGE',
    'This is more than Tieout can show at once; nothing was lost. Narrow down what you ask for, or export it.',
  );
