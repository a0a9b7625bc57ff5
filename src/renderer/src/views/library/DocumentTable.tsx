/** The documents as a table, one stop for the keyboard: what each is, how well it ties out, and what can be done with it. */
import type { KeyboardEvent } from 'react';
import type { DocumentSummary } from '../../../../contract/records';
import { SCORE_COUNTS } from '../../../../core/audit/model/model';
import { formatOf } from '../../../../core/document/formats';
import { open } from '../../app/state/navigation';
import { start } from '../../app/calls/run';
import { IconButton } from '../../kit/Button';
import { when } from '../../kit/format';
import { tieOutCount, tieOutPercent } from '../../app/format';
import { Icon } from '../../kit/Icon';
import { Kbd } from '../../kit/Kbd';
import { kindText } from '../shared/document-kind';
import { removeDocument } from './library-commands';
import { isNewest } from './version-order';

interface TableProps {
  readonly documents: readonly DocumentSummary[];
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly onEdit: (id: string) => void;
}

export function DocumentTable({ documents, selected, onSelect, onEdit }: TableProps) {
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
        <IconButton icon="trash" label={`Remove ${title}`} onClick={() => start(removeDocument(document))} />
      </td>
    </tr>
  );
}

function TieOut({ tied, counted, role }: Pick<DocumentSummary, 'tied' | 'counted' | 'role'>) {
  if (role === 'source') {
    return (
      <span className="dim" title="This document is a source: its figures are evidence and need no source">
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
