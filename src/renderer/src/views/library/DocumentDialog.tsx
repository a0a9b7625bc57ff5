/** What the analyst can say about a document as a whole; figures are read anew from it where it matters. */
import { type ComponentProps, type FormEvent, useState } from 'react';
import type { DocumentSummary } from '../../../../contract/records';
import {
  DOCUMENT_KINDS,
  DOCUMENT_ROLES,
  type DocumentKind,
  type DocumentRole,
  roleOfKind,
} from '../../../../core/document/kinds';
import { Dialog } from '../../app/dialogs/dialogs';
import { run, start } from '../../app/calls/run';
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
  const [draft, setDraft] = useState<Draft>(() => draftOf(document));
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const save = async () => {
    const edit = changed(document, editOf(draft));
    if (Object.keys(edit).length > 0 && !(await run('document.update', { id: document.id, set: edit }))) return;
    onClose();
  };
  const isNamed = draft.title.trim() !== '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isNamed) start(save());
  };
  return (
    <Dialog
      title="Document details"
      width={460}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="document-form" disabled={!isNamed}>
            Save
          </Button>
        </>
      }
    >
      <form id="document-form" className="form" onSubmit={onSubmit}>
        <TextField
          name="Title"
          value={draft.title}
          data-initial-focus=""
          onChange={(event) => set({ title: event.target.value })}
        />
        <KindFields
          kind={draft.kind}
          role={draft.role}
          reason={document.kindReason}
          onKind={(kind) => set({ kind, role: roleOfKind(kind) })}
          onRole={(role) => set({ role })}
        />
        <TextField
          name="As of (date, month or year)"
          value={draft.asOf}
          placeholder="2026-05-13"
          onChange={(event) => set({ asOf: event.target.value })}
        />
        <TextField
          name="About (ticker or name)"
          value={draft.entity}
          onChange={(event) => set({ entity: event.target.value })}
        />
        <MonthField month={draft.fiscalYearEndMonth} onChange={(month) => set({ fiscalYearEndMonth: month })} />
      </form>
    </Dialog>
  );
}

function TextField({ name, ...input }: ComponentProps<'input'> & { readonly name: string }) {
  return (
    <label className="field">
      <span>{name}</span>
      <input className="input" {...input} />
    </label>
  );
}

function MonthField({ month, onChange }: { readonly month: number; readonly onChange: (month: number) => void }) {
  return (
    <label className="field">
      <span>Fiscal year ends in</span>
      <select className="input" value={month} onChange={(event) => onChange(Number(event.target.value))}>
        {MONTHS.map((name, index) => (
          <option key={name} value={index + 1}>
            {name}
          </option>
        ))}
      </select>
    </label>
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

/** As it is typed: a text where the document may have none. */
type Draft = Editable & { readonly asOf: string; readonly entity: string };

function draftOf({ title, asOf, entity, fiscalYearEndMonth, kind, role }: Editable): Draft {
  return { title, asOf: asOf ?? '', entity: entity ?? '', fiscalYearEndMonth, kind, role };
}

function editOf(draft: Draft): Editable {
  return {
    ...draft,
    title: draft.title.trim(),
    asOf: draft.asOf.trim() || null,
    entity: draft.entity.trim() || null,
  };
}

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
