/** What the analyst can say about a document as a whole; figures are read anew from it where it matters. */
import { type FormEvent, useState } from 'react';
import type { DocumentSummary } from '../../../../contract/records';
import {
  DOCUMENT_KINDS,
  DOCUMENT_ROLES,
  type DocumentKind,
  type DocumentRole,
  roleOfKind,
} from '../../../../core/document/kinds';
import { Dialog } from '../../app/dialogs';
import { run, start } from '../../app/run';
import { Button } from '../../kit/Button';
import { KIND_LABEL, ROLE_LABEL } from '../shared/document-kind';

const MONTHS = Array.from({ length: 12 }, (_, index) =>
  new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, index, 1))),
);

interface Props {
  readonly document: DocumentSummary;
  readonly onClose: () => void;
}

export function DocumentDialog({ document, onClose }: Props) {
  const [title, setTitle] = useState(document.title);
  const [asOf, setAsOf] = useState(document.asOf ?? '');
  const [entity, setEntity] = useState(document.entity ?? '');
  const [month, setMonth] = useState(document.fiscalYearEndMonth);
  const [kind, setKind] = useState(document.kind);
  const [role, setRole] = useState(document.role);
  const save = async () => {
    const set = changed(document, {
      title: title.trim(),
      asOf: asOf.trim() || null,
      entity: entity.trim() || null,
      fiscalYearEndMonth: month,
      kind,
      role,
    });
    if (Object.keys(set).length > 0 && !(await run('document.update', { id: document.id, set }))) return;
    onClose();
  };
  const chooseKind = (chosen: DocumentKind) => {
    setKind(chosen);
    setRole(roleOfKind(chosen));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() !== '') start(save());
  };
  return (
    <Dialog
      title="Document details"
      width={460}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="document-form" disabled={title.trim() === ''}>
            Save
          </Button>
        </>
      }
    >
      <form id="document-form" className="form" onSubmit={onSubmit}>
        <label className="field">
          <span>Title</span>
          <input
            className="input"
            value={title}
            data-initial-focus=""
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <KindFields kind={kind} role={role} reason={document.kindReason} onKind={chooseKind} onRole={setRole} />
        <label className="field">
          <span>As of (date, month or year)</span>
          <input
            className="input"
            value={asOf}
            placeholder="2026-05-13"
            onChange={(event) => setAsOf(event.target.value)}
          />
        </label>
        <label className="field">
          <span>About (ticker or name)</span>
          <input className="input" value={entity} onChange={(event) => setEntity(event.target.value)} />
        </label>
        <label className="field">
          <span>Fiscal year ends in</span>
          <select className="input" value={month} onChange={(event) => setMonth(Number(event.target.value))}>
            {MONTHS.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </form>
    </Dialog>
  );
}

interface KindProps {
  readonly kind: DocumentKind;
  readonly role: DocumentRole;
  readonly reason: string;
  readonly onKind: (kind: DocumentKind) => void;
  readonly onRole: (role: DocumentRole) => void;
}

function KindFields({ kind, role, reason, onKind, onRole }: KindProps) {
  return (
    <>
      <label className="field">
        <span>Kind</span>
        <select
          className="input"
          value={kind}
          title={reason}
          onChange={({ target }) => {
            const chosen = DOCUMENT_KINDS.find((one) => one === target.value);
            if (chosen) onKind(chosen);
          }}
        >
          {DOCUMENT_KINDS.map((one) => (
            <option key={one} value={one}>
              {KIND_LABEL[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>In this notebook it is a</span>
        <select
          className="input"
          value={role}
          onChange={({ target }) => onRole(target.value === 'source' ? 'source' : 'note')}
        >
          {DOCUMENT_ROLES.map((one) => (
            <option key={one} value={one}>
              {ROLE_LABEL[one]}
            </option>
          ))}
        </select>
      </label>
      <p className="dim">{reason}</p>
    </>
  );
}

type Editable = Pick<DocumentSummary, 'title' | 'asOf' | 'entity' | 'fiscalYearEndMonth' | 'kind' | 'role'>;

/** Only what differs: an edit that changes nothing writes nothing. */
export function changed(before: Editable, after: Editable): Partial<Editable> {
  return {
    ...(after.title === before.title ? {} : { title: after.title }),
    ...(after.asOf === before.asOf ? {} : { asOf: after.asOf }),
    ...(after.entity === before.entity ? {} : { entity: after.entity }),
    ...(after.kind === before.kind ? {} : { kind: after.kind }),
    ...(after.role === before.role ? {} : { role: after.role }),
    ...(after.fiscalYearEndMonth === before.fiscalYearEndMonth ? {} : { fiscalYearEndMonth: after.fiscalYearEndMonth }),
  };
}
