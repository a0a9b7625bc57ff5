/** Library: the documents of the notebook, how well each ties out, and the way to get more of them. */
import { SCORE_COUNTS } from '../../../../core/audit/model';
import './library.css';
import { formatOf } from '../../../../core/document/formats';
import { type KeyboardEvent, useState } from 'react';
import type { DocumentSummary } from '../../../../contract/records';
import { dispatch, useCommands } from '../../app/commands';
import { open } from '../../app/navigation';
import { overlay } from '../../app/overlays';
import { run, start } from '../../app/run';
import { offerUndo } from '../../app/undo';
import { useQuery } from '../../app/use-query';
import { Button, IconButton } from '../../kit/Button';
import { kindText, toggleRole } from '../shared/document-kind';
import { plural, tieOutCount, tieOutPercent, when } from '../../kit/format';
import { Icon } from '../../kit/Icon';
import { Kbd } from '../../kit/Kbd';
import { EmptyState, ErrorState, Loading } from '../../kit/States';
import { Bar, ViewRoot } from '../shared/ViewRoot';
import { DocumentDialog } from './DocumentDialog';
import { RecentNotebooks } from './RecentNotebooks';
import { groupVersions } from './version-order';

export default function LibraryView() {
  const { data: listed, error } = useQuery('document.list', {});
  const documents = listed && groupVersions(listed);
  const { data: info } = useQuery('notebook.info', {});
  const [selected, setSelected] = useState<string | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const chosen = documents?.find((one) => one.id === selected) ?? null;
  const edited = documents?.find((one) => one.id === editing);
  const hasChosen = () => chosen !== null;
  useCommands([
    {
      id: 'library.details',
      label: 'Edit document details',
      group: 'Library',
      keys: ['F2'],
      when: hasChosen,
      run: () => setEditing(selected),
    },
    {
      id: 'library.role',
      label: 'Read document as note or source',
      group: 'Library',
      keys: ['R'],
      when: hasChosen,
      run: () => (chosen ? toggleRole(chosen) : undefined),
    },
    {
      id: 'library.remove',
      label: 'Remove document',
      group: 'Library',
      keys: ['Delete'],
      when: hasChosen,
      run: () => (chosen ? remove(chosen) : undefined),
    },
  ]);
  return (
    <ViewRoot view="library" label="Library" ready={documents !== undefined || error !== null}>
      <div className="library">
        <section className="pane library-documents" aria-label="Documents">
          <Bar title="Documents">
            {documents && <span className="dim">{documents.filter(isNewest).length}</span>}
            <span className="grow" />
            <Button look="quiet" icon="note" onClick={() => overlay.set({ kind: 'paste', text: '', html: null })}>
              Paste text…
            </Button>
            <Button look="quiet" onClick={() => dispatch('import.folder')}>
              Import folder…
            </Button>
            <Button icon="import" onClick={() => dispatch('import.file')}>
              Import files…
            </Button>
          </Bar>
          {error && !documents && <ErrorState error={error} />}
          {!error && !documents && <Loading />}
          {documents?.length === 0 && <NoDocuments />}
          {documents && documents.length > 0 && (
            <DocumentTable documents={documents} selected={selected} onSelect={setSelected} onEdit={setEditing} />
          )}
        </section>
        <RecentNotebooks current={info?.path} />
      </div>
      {edited && <DocumentDialog document={edited} onClose={() => setEditing(null)} />}
    </ViewRoot>
  );
}

const isNewest = ({ supersededBy }: DocumentSummary): boolean => supersededBy === null;

async function remove(document: DocumentSummary): Promise<void> {
  const done = await run('document.remove', { id: document.id });
  if (done) offerUndo(`Removed ${document.title} with its ${plural(document.figures, 'figure')}`, done);
}

interface TableProps {
  readonly documents: readonly DocumentSummary[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (id: string) => void;
}

function DocumentTable({ documents, selected, onSelect, onEdit }: TableProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = documents.findIndex((one) => one.id === selected);
    if (by !== undefined) {
      const next = documents[Math.max(0, Math.min(documents.length - 1, at + by))];
      if (next) onSelect(next.id);
    } else if (event.key === 'Enter' && selected && event.target === event.currentTarget) {
      open({ view: 'reader', document: selected });
    } else return;
    event.preventDefault();
  };
  return (
    // One stop for the keyboard; arrows move inside it, Enter opens.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="library-table" tabIndex={0} role="group" aria-label="Documents" onKeyDown={onKeyDown}>
      <table className="table">
        <thead>
          <tr>
            <th>Title</th>
            <th className="col-type">Type</th>
            <th className="col-date">As of</th>
            <th className="col-about">About</th>
            <th className="col-count number">Figures</th>
            <th className="col-tie">Tie-out</th>
            <th className="col-count number">Findings</th>
            <th className="col-when">Imported</th>
            <th className="col-actions">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              document={document}
              on={document.id === selected}
              onSelect={onSelect}
              onEdit={onEdit}
            />
          ))}
        </tbody>
      </table>
      <p className="library-hint dim">
        <Icon name="import" size={16} /> Drop files anywhere on the window to import them. <Kbd chord="Ctrl+I" />
      </p>
    </div>
  );
}

interface RowProps {
  readonly document: DocumentSummary;
  readonly on: boolean;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (id: string) => void;
}

function DocumentRow({ document, on, onSelect, onEdit }: RowProps) {
  const { id, title, fileName } = document;
  return (
    <tr
      className={[on ? 'on' : '', isNewest(document) ? '' : 'superseded'].join(' ').trim() || undefined}
      aria-current={on ? 'true' : undefined}
      data-document={id}
      onClick={() => onSelect(id)}
      onDoubleClick={() => open({ view: 'reader', document: id })}
    >
      <td>
        <button
          type="button"
          className="document-title truncate"
          title={title}
          onClick={() => open({ view: 'reader', document: id })}
        >
          {title}
        </button>
        <span className="document-file dim truncate">
          {isNewest(document) ? '' : 'Superseded · '}
          {document.version > 1 || !isNewest(document) ? `Version ${document.version} · ` : ''}
          {fileName ?? 'Pasted'}
        </span>
      </td>
      <td title={`${document.kindReason} Read as ${formatOf(document.format).label}.`}>{kindText(document)}</td>
      <td>{document.asOf ?? '–'}</td>
      <td title={document.entity ?? undefined}>{document.entity ?? '–'}</td>
      <td className="number">{document.figures.toLocaleString('en-US')}</td>
      <td>{isNewest(document) ? <TieOut {...document} /> : '–'}</td>
      <td className="number">{isNewest(document) ? document.openFindings.toLocaleString('en-US') : '–'}</td>
      <td className="muted">{when(document.importedAt)}</td>
      <td className="row-actions">
        <IconButton icon="edit" label={`Edit details of ${title}`} onClick={() => onEdit(id)} />
        <IconButton icon="trash" label={`Remove ${title}`} onClick={() => start(remove(document))} />
      </td>
    </tr>
  );
}

function TieOut({ tied, counted, role }: Pick<DocumentSummary, 'tied' | 'counted' | 'role'>) {
  if (role === 'source') {
    return (
      <span className="dim" title="It is a source: its figures are evidence and need none">
        Source
      </span>
    );
  }
  return (
    <span className="tie-out" title={`${tieOutCount({ tied, counted })}. ${SCORE_COUNTS}`}>
      <i aria-hidden="true">
        <b style={{ width: counted === 0 ? 0 : `${(100 * tied) / counted}%` }} />
      </i>
      {tieOutPercent({ tied, counted })}
    </span>
  );
}

function NoDocuments() {
  return (
    <EmptyState
      icon="import"
      title="Start with a document"
      actions={
        <>
          <Button look="primary" onClick={() => dispatch('import.file')}>
            Import files…
          </Button>
          <Button onClick={() => overlay.set({ kind: 'paste', text: '', html: null })}>Paste text…</Button>
        </>
      }
    >
      <p>
        Drop an article, a note, a transcript or a filing here, as text, Markdown, HTML or PDF, or a table or
        bibliography. Tieout finds its figures, citations and argument, and says of each figure who vouches for it. You
        look the findings over before anything is added.
      </p>
    </EmptyState>
  );
}
