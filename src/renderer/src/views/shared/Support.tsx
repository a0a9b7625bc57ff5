/** *Find support* for one figure: whether the other documents have it, where, and citing the one that does. Asked for, never by itself. */
import { useState } from 'react';
import type { FigureRecord } from '../../../../contract/records';
import type { ResponseOf } from '../../app/calls/client';
import { open } from '../../app/state/navigation';
import { run, start } from '../../app/calls/run';
import { offerUndo } from '../../app/calls/undo';
import { useQuery } from '../../app/calls/use-query';
import { openBeside } from '../../app/state/beside';
import { Button, IconButton } from '../../kit/Button';
import { plural } from '../../kit/format';
import { openFigure } from './figure-actions';

type Found = ResponseOf<'figure.support'>;

export function Support({ figure }: { readonly figure: FigureRecord }) {
  const [asked, setAsked] = useState<string | null>(null);
  const { data, error } = useQuery('figure.support', asked === figure.id ? { id: figure.id } : null);
  if (asked !== figure.id) {
    return (
      <button type="button" className="link" onClick={() => setAsked(figure.id)}>
        Find support in other documents
      </button>
    );
  }
  if (error) return <span className="untied">{error.message}</span>;
  if (!data) return <span className="dim">Looking…</span>;
  return <Answer figure={figure} found={data} />;
}

const WORDS: Readonly<Record<Found['verdict'], string>> = {
  supported: 'Supported',
  contradicted: 'Contradicted',
  not_found: 'Not found',
};

function Answer({ figure, found }: { readonly figure: FigureRecord; readonly found: Found }) {
  if (found.searched === 0) return <span className="dim">There is no other document in this notebook.</span>;
  const documents = [...new Map(found.operands.map((one) => [one.document, one])).values()];
  return (
    <div className="support" data-support={found.verdict}>
      <span className={found.verdict === 'supported' ? 'tied' : 'untied'}>{WORDS[found.verdict]}</span>{' '}
      <span className="muted">in {plural(found.searched, 'other document')}</span>
      {found.kind === 'derived' && <code className="support-expression">{found.expression}</code>}
      {found.against && (
        <div className="support-against">
          The evidence says <strong>{found.against.value}</strong>
          {found.against.label !== '' && ` for ${found.against.label}`}
          {found.against.operands.length > 1 && <code className="support-expression">{found.against.expression}</code>}
        </div>
      )}
      {[...found.operands, ...(found.against?.operands ?? [])].map((operand) => (
        <Place key={`${operand.document} ${operand.start}`} figure={figure} operand={operand} />
      ))}
      {found.verdict === 'supported' &&
        documents.map(({ document, title, page }) => (
          <Button key={document} icon="sources" onClick={() => start(cite(figure, document, title, page))}>
            Cite {title}
          </Button>
        ))}
    </div>
  );
}

interface PlaceProps {
  readonly figure: FigureRecord;
  readonly operand: Found['operands'][number];
}

function Place({ figure, operand }: PlaceProps) {
  const { document, start: from, end } = operand;
  return (
    <span className="support-place">
      <button
        type="button"
        className="link"
        title={operand.title}
        onClick={() => open({ view: 'reader', document, start: from, end })}
      >
        “{operand.context}” · {operand.title}
        {operand.page && `, ${operand.page}`}
      </button>
      {figure.place && (
        <IconButton
          icon="panel"
          label="Open beside the figure"
          onClick={() => {
            openFigure(figure);
            openBeside({ document, start: from, end });
          }}
        />
      )}
    </span>
  );
}

async function cite(figure: FigureRecord, document: string, title: string, locator: string | null): Promise<void> {
  const done = await run('link.addDocument', { figure: figure.id, document, locator });
  if (done) offerUndo(`Cited ${title}`, done);
}
