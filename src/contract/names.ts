/**
 * The names of all messages and of the few channels between preload and main, without their schemas: the preload is one
 * small file and checks nothing that the other side checks anyway. A missing or unknown name does not compile.
 */
import { namesOf } from '../core/base/names';
import type { AppEvents, AppMessage } from './app';
import type { NotebookMessage } from './notebook';

export const NOTEBOOK_MESSAGES: readonly NotebookMessage[] = namesOf<NotebookMessage>({
  'notebook.info': true,
  'history.list': true,
  'history.undo': true,
  'history.redo': true,
  'document.list': true,
  'document.read': true,
  'document.pages': true,
  'document.page': true,
  'document.original': true,
  'document.update': true,
  'document.remove': true,
  'figure.page': true,
  'figure.detail': true,
  'figure.suggest': true,
  'figure.support': true,
  'figure.create': true,
  'figure.update': true,
  'figure.remove': true,
  'source.list': true,
  'source.create': true,
  'source.update': true,
  'source.remove': true,
  'source.merge': true,
  'link.add': true,
  'link.remove': true,
  'link.addDocument': true,
  'annotation.add': true,
  'annotation.update': true,
  'annotation.remove': true,
  'watch.list': true,
  'audit.summary': true,
  'audit.run': true,
  'audit.history': true,
  'rule.list': true,
  'rule.set': true,
  'finding.list': true,
  'finding.setStatus': true,
  'finding.choose': true,
  'structure.list': true,
  'structure.create': true,
  'structure.update': true,
  'structure.remove': true,
  'report.list': true,
  'report.read': true,
  'report.check': true,
  'report.create': true,
  'report.save': true,
  'report.remove': true,
  'note.list': true,
  'note.save': true,
  'note.remove': true,
  'view.list': true,
  'view.save': true,
  'view.remove': true,
  'search.query': true,
  'import.plan': true,
  'import.commit': true,
  'import.remap': true,
  'import.whole': true,
  'import.discard': true,
  'work.progress': true,
  'work.stop': true,
  'log.read': true,
  'backup.list': true,
  'backup.now': true,
});

export const APP_MESSAGES: readonly AppMessage[] = namesOf<AppMessage>({
  'app.info': true,
  'app.setTheme': true,
  'prefs.get': true,
  'prefs.set': true,
  'notebook.openDialog': true,
  'notebook.newDialog': true,
  'notebook.openRecent': true,
  'notebook.restoreBackup': true,
  'notebook.copies': true,
  'notebook.saveAs': true,
  'notebook.salvage': true,
  'import.pick': true,
  'import.start': true,
  'import.cancel': true,
  'export.save': true,
  'export.preview': true,
  'export.unshown': true,
  'export.progress': true,
  'export.cancel': true,
  'export.reveal': true,
});

export const APP_EVENTS: readonly (keyof AppEvents)[] = namesOf<keyof AppEvents>({
  'import.progress': true,
  'notebook.switched': true,
  'notebook.restarted': true,
  'notebook.failed': true,
  'notebook.lost': true,
  command: true,
  theme: true,
});

export const CHANNEL = {
  /** invoke: `{ message, request }` → `Reply`. */
  call: 'tieout:call',
  /** The window asks for its port to the notebook process. */
  connect: 'tieout:connect',
  /** The port, as the message's only transferable. */
  port: 'tieout:port',
  /** The notebook process is gone; open calls cannot be answered: a `WireError`. */
  gone: 'tieout:gone',
  /** `{ event, payload }`, one of `AppEvents`. */
  event: 'tieout:event',
} as const;
