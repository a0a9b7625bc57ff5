/** What the analyst can say about a document as a whole; figures are read anew from it where it matters. */
import { type FormEvent, useState } from 'react';
import type { DocumentSummary } from '../../../../contract/records';
import { Dialog } from '../../app/dialogs';
import { run, start } from '../../app/run';
import { Button } from '../../parts/Button';

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
  const save = async () => {
    const set = changed(document, {
      title: title.trim(),
      asOf: asOf.trim() || null,
      entity: entity.trim() || null,
      fiscalYearEndMonth: month,
    });
    if (Object.keys(set).length > 0 && !(await run('document.update', { id: document.id, set }))) return;
    onClose();
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

type Editable = Pick<DocumentSummary, 'title' | 'asOf' | 'entity' | 'fiscalYearEndMonth'>;

/** Only what differs: an edit that changes nothing writes nothing. */
export function changed(before: Editable, after: Editable): Partial<Editable> {
  return {
    ...(after.title === before.title ? {} : { title: after.title }),
    ...(after.asOf === before.asOf ? {} : { asOf: after.asOf }),
    ...(after.entity === before.entity ? {} : { entity: after.entity }),
    ...(after.fiscalYearEndMonth === before.fiscalYearEndMonth ? {} : { fiscalYearEndMonth: after.fiscalYearEndMonth }),
  };
}
