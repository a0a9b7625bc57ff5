/** Comments that a document carries become annotations of it, once: one that is here already is not written again. */
import type { Comment } from '../../../../core/document/model';
import { selectorFor } from '../../../../core/document/anchors/selector';
import { all } from '../../../storage/db/db';
import type { Recorder } from '../../../storage/recorder';
import type { AnnotationRow } from '../../../storage/db/rows';

interface Tools {
  readonly now: () => string;
  readonly newId: (prefix: string) => string;
}

export function writeComments(
  tx: Recorder,
  { now, newId }: Tools,
  document: string,
  text: string,
  comments: readonly Comment[],
): void {
  const known = new Set(
    all<AnnotationRow>(tx.db, 'SELECT * FROM annotation WHERE document = ?', document).map(
      ({ exact, body }) => `${exact}\n${body}`,
    ),
  );
  for (const { start, end, author, date, body } of comments) {
    const { exact, prefix, suffix } = selectorFor(text, { start, end });
    const said = [signature(author, date), body].filter(Boolean).join('\n');
    if (known.has(`${exact}\n${said}`)) continue;
    tx.insert('annotation', {
      id: newId('a'),
      document,
      start_at: start,
      end_at: end,
      exact,
      prefix,
      suffix,
      body: said,
      colour: 'yellow',
      tags: JSON.stringify(['comment']),
      created_at: now(),
      updated_at: now(),
    });
  }
}

/** Who said it and when, as the file says: `Ada Brook, 2026-05-02`. */
const signature = (author: string | null, date: string | null): string =>
  [author, date?.slice(0, 10)].filter(Boolean).join(', ');
