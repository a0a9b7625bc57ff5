/** The labels of the kinds of documents, and the command that makes a document a note (claims) or a source (evidence). */
import type { DocumentSummary } from '../../../../contract/records';
import type { DocumentKind, DocumentRole } from '../../../../core/document/kinds';
import { run } from '../../app/calls/run';
import { offerUndo } from '../../app/calls/undo';

export const KIND_LABEL: Readonly<Record<DocumentKind, string>> = {
  note: 'Note',
  memo: 'Memo',
  transcript: 'Transcript',
  release: 'Release',
  filing: 'Filing',
  data: 'Data',
  press: 'Press article',
  broker_report: 'Broker report',
  web_page: 'Web page',
  email: 'E-mail',
};

export const ROLE_LABEL: Readonly<Record<DocumentRole, string>> = {
  note: 'Note (makes claims)',
  source: 'Source (is evidence)',
};

type Kinded = Pick<DocumentSummary, 'kind' | 'role' | 'kindReason'>;

/** "Release, a source": kind and role in a few words; a kind that has its usual role says nothing of it. */
export function kindText({ kind, role }: Pick<Kinded, 'kind' | 'role'>): string {
  return role === 'source' ? `${KIND_LABEL[kind]} · source` : KIND_LABEL[kind];
}

/** Makes a note of a source, or a source of a note; one step that can be undone. */
export async function toggleRole(document: DocumentSummary): Promise<void> {
  const role: DocumentRole = document.role === 'source' ? 'note' : 'source';
  const done = await run('document.update', { id: document.id, set: { role } });
  if (done) offerUndo(`${document.title} is read as a ${role} now`, done);
}
