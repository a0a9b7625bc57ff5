/** A figure typed by hand: the fields that make it one, read by the same rules as the grid's cells. */
import { useId, useState } from 'react';
import { FIELD_NAMES, fieldOf, hasCell } from '../../../../core/figure/fields';
import { type Provenance, PROVENANCES } from '../../../../core/figure/provenance';
import { readRow } from '../../../../core/table/typed/typed-row';
import { asTieoutError, call } from '../../app/calls/client';
import { Dialog } from '../../app/dialogs/dialogs';
import { start } from '../../app/calls/run';
import { tracked } from '../../app/state/save-state';
import { Button } from '../../kit/Button';
import { ClassOptions } from '../shared/ClassOptions';

/** A figure needs these; whatever else can be set is typed into the grid. */
const FIELDS = FIELD_NAMES.filter(hasCell).filter((name) => fieldOf(name).example !== undefined);
type Field = (typeof FIELDS)[number];

interface Props {
  readonly onClose: () => void;
  readonly onCreated: (id: string) => void;
}

type Texts = Readonly<Partial<Record<Field, string>>>;
type Problems = Readonly<Partial<Record<Field | 'form', string>>>;

/** Makes the figure that the texts say; answers its id, or what is wrong with them. */
async function create(texts: Texts, provenance: Provenance): Promise<{ readonly id: string } | Problems> {
  const row = readRow(new Map(FIELDS.map((field) => [field, texts[field] ?? ''])));
  if (!row.ok) return row.problems;
  try {
    return await tracked(call('figure.create', { place: null, set: { ...row.set, provenance } }));
  } catch (reason) {
    return { form: asTieoutError(reason).message };
  }
}

export function NewFigure({ onClose, onCreated }: Props) {
  const form = useId();
  const [texts, setTexts] = useState<Texts>({});
  const [provenance, setProvenance] = useState<Provenance>('inferred');
  const [problems, setProblems] = useState<Problems>({});
  const submit = async () => {
    const made = await create(texts, provenance);
    if ('id' in made) return onCreated(made.id);
    setProblems(made);
    const first = FIELDS.find((field) => made[field] !== undefined);
    if (first) document.getElementById(`${form}-${first}-box`)?.focus();
  };
  return (
    <Dialog title="New figure" onClose={onClose} footer={<Footer form={form} onClose={onClose} />}>
      <form
        id={form}
        className="figure-form"
        onSubmit={(event) => {
          event.preventDefault();
          start(submit());
        }}
      >
        {FIELDS.map((field) => (
          <FieldBox
            key={field}
            id={`${form}-${field}`}
            field={field}
            text={texts[field] ?? ''}
            problem={problems[field]}
            onChange={(text) => setTexts({ ...texts, [field]: text })}
          />
        ))}
        <label className="field">
          <span>Class</span>
          <select
            className="input"
            value={provenance}
            onChange={(event) => setProvenance(PROVENANCES.find((one) => one === event.target.value) ?? 'unclassified')}
          >
            <ClassOptions />
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

function Footer({ form, onClose }: { readonly form: string; readonly onClose: () => void }) {
  return (
    <>
      <Button onClick={onClose}>Cancel</Button>
      <Button look="primary" type="submit" form={form}>
        Add figure
      </Button>
    </>
  );
}

interface BoxProps {
  /** Id of what is said of it; the box has `-box` behind it. */
  readonly id: string;
  readonly field: Field;
  readonly text: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
}

function FieldBox({ id, field, text, problem, onChange }: BoxProps) {
  const { label, example } = fieldOf(field);
  return (
    <label className="field">
      <span>{label}</span>
      <input
        id={`${id}-box`}
        className="input"
        value={text}
        placeholder={example}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? id : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem && (
        <small id={id} className="figure-problem">
          {problem}
        </small>
      )}
    </label>
  );
}
