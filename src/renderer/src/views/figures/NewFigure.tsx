/** A figure typed by hand: the fields that make it one, read by the same rules as the grid's cells. */
import { type FormEvent, useId, useState } from 'react';
import type { FigureEdit } from '../../../../contract/records';
import { FIELD_NAMES, fieldOf, hasCell } from '../../../../core/figure/fields';
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES } from '../../../../core/provenance/model';
import { BLANK, readCell } from '../../../../core/table/typed-cell';
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
    const wrong: Partial<Record<Field, string>> = {};
    let set: FigureEdit = {};
    for (const field of FIELDS) {
      const reading = readCell(field, (texts[field] ?? '').trim(), BLANK);
      if (reading.ok) set = { ...set, ...reading.set };
      else wrong[field] = reading.message;
    }
    const reading = readCell('provenance', provenance, BLANK);
    if (reading.ok) set = { ...set, ...reading.set };
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    try {
      const { id } = await tracked(call('figure.create', { place: null, set }));
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
