/** A figure typed by hand: the fields that make it one, read by the same rules as the grid's cells. */
import { type FormEvent, useId, useState } from 'react';
import { FIELD_NAMES, fieldOf, hasCell } from '../../../../core/figure/fields';
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../../../core/provenance/model';
import { readRow } from '../../../../core/table/typed-row';
import { asTieoutError, call } from '../../app/client';
import { Dialog } from '../../app/dialogs';
import { start } from '../../app/run';
import { tracked } from '../../app/save-state';
import { Button } from '../../kit/Button';

/** A figure needs these; whatever else can be set is typed into the grid. */
const FIELDS = FIELD_NAMES.filter(hasCell).filter((name) => fieldOf(name).example !== undefined);
type Field = (typeof FIELDS)[number];

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

export function NewFigure({ onClose, onCreated }: Props) {
  const form = useId();
  const [texts, setTexts] = useState<Readonly<Partial<Record<Field, string>>>>({});
  const [provenance, setProvenance] = useState<(typeof PROVENANCES)[number]>('inferred');
  const [problems, setProblems] = useState<Readonly<Partial<Record<Field | 'form', string>>>>({});

  const submit = async () => {
    const row = readRow(new Map(FIELDS.map((field) => [field, texts[field] ?? ''])));
    setProblems(row.ok ? {} : row.problems);
    if (!row.ok) {
      const first = FIELDS.find((field) => row.problems[field] !== undefined);
      if (first) document.getElementById(`${form}-${first}-box`)?.focus();
      return;
    }
    try {
      const { id } = await tracked(call('figure.create', { place: null, set: { ...row.set, provenance } }));
      onCreated(id);
    } catch (reason) {
      setProblems({ form: asTieoutError(reason).message });
    }
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    start(submit());
  };
  return (
    <Dialog
      title="New figure"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form}>
            Add figure
          </Button>
        </>
      }
    >
      <form id={form} className="figure-form" onSubmit={onSubmit}>
        {FIELDS.map((field) => (
          <label key={field} className="field">
            <span>{fieldOf(field).label}</span>
            <input
              id={`${form}-${field}-box`}
              className="input"
              value={texts[field] ?? ''}
              placeholder={fieldOf(field).example}
              aria-invalid={problems[field] !== undefined}
              aria-describedby={problems[field] ? `${form}-${field}` : undefined}
              onChange={(event) => setTexts({ ...texts, [field]: event.target.value })}
            />
            {problems[field] && (
              <small id={`${form}-${field}`} className="figure-problem">
                {problems[field]}
              </small>
            )}
          </label>
        ))}
        <label className="field">
          <span>Class</span>
          <select
            className="input"
            value={provenance}
            onChange={(event) => setProvenance(PROVENANCES.find((one) => one === event.target.value) ?? 'unclassified')}
          >
            {PROVENANCES.map((one) => (
              <option key={one} value={one}>
                {PROVENANCE_MARK[one]} {PROVENANCE_LABEL[one]}
              </option>
            ))}
          </select>
        </label>
        {problems.form && (
          <p className="figure-problem" role="alert">
            {problems.form}
          </p>
        )}
      </form>
    </Dialog>
  );
}
