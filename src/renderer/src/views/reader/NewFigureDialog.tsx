/** Makes a figure of selected words: what the grammar reads in them is filled in, the analyst says the rest. */
import { type ReactNode, useId, useState } from 'react';
import { SCALE_NAME, UNIT_LABEL } from '../../../../core/figure/labels';
import { UNITS } from '../../../../core/base/unit';
import { PROVENANCE_LABEL, PROVENANCES } from '../../../../core/figure/provenance';
import { Dialog } from '../../app/dialogs/dialogs';
import { run, start } from '../../app/calls/run';
import { Button } from '../../kit/Button';
import { type Draft, draftOf, editOf } from './figure-draft';

interface Props {
  readonly document: string;
  readonly entity: string | null;
  readonly place: { readonly start: number; readonly end: number };
  readonly quote: string;
  readonly onMade: (figure: string) => void;
  readonly onClose: () => void;
}

const SCALES: readonly (readonly [number, string])[] = [
  [0, 'as typed'],
  ...([3, 6, 9, 12] as const).map((power) => [power, SCALE_NAME[power]] as const),
];

export function NewFigureDialog({ document, entity, place, quote, onMade, onClose }: Props) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(quote, entity));
  const form = useId();
  const set = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const submit = async () => {
    const made = await run('figure.create', { place: { document, ...place }, set: editOf(draft) });
    if (!made) return;
    onMade(made.id);
    onClose();
  };
  return (
    <Dialog
      title="New figure"
      width={520}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} disabled={draft.value.trim() === ''}>
            Add figure
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          start(submit());
        }}
      >
        <p className="new-figure-quote">“{quote}”</p>
        <ValueFields draft={draft} set={set} />
        <PlacingFields draft={draft} set={set} />
        <ClassField draft={draft} set={set} />
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
}

/** How much it is: value, scale, unit, currency. */
function ValueFields({ draft, set }: FieldsProps) {
  return (
    <div className="form-row">
      <Field name="Value">
        <input
          className="input"
          data-initial-focus=""
          value={draft.value}
          placeholder="~43.2"
          onChange={(event) => set({ value: event.target.value })}
        />
      </Field>
      <Field name="Scale">
        <select className="input" value={draft.scale} onChange={(event) => set({ scale: Number(event.target.value) })}>
          {SCALES.map(([power, label]) => (
            <option key={power} value={power}>
              {label}
            </option>
          ))}
        </select>
      </Field>
      <Field name="Unit">
        <select
          className="input"
          value={draft.unit}
          onChange={(event) => set({ unit: UNITS.find((one) => one === event.target.value) ?? 'other' })}
        >
          {UNITS.map((one) => (
            <option key={one} value={one}>
              {UNIT_LABEL[one]}
            </option>
          ))}
        </select>
      </Field>
      <Field name="Currency">
        <input
          className="input"
          value={draft.currency}
          placeholder="USD"
          maxLength={3}
          onChange={(event) => set({ currency: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** What it is of: metric, entity, period. */
function PlacingFields({ draft, set }: FieldsProps) {
  return (
    <div className="form-row">
      <Field name="Metric">
        <input
          className="input"
          value={draft.metric}
          placeholder="Revenue"
          onChange={(event) => set({ metric: event.target.value })}
        />
      </Field>
      <Field name="Entity">
        <input className="input" value={draft.entity} onChange={(event) => set({ entity: event.target.value })} />
      </Field>
      <Field name="Period">
        <input
          className="input"
          value={draft.period}
          placeholder="2026Q1"
          onChange={(event) => set({ period: event.target.value })}
        />
      </Field>
    </div>
  );
}

function ClassField({ draft, set }: FieldsProps) {
  return (
    <Field name="Class: who vouches for it">
      <select
        className="input"
        value={draft.provenance}
        onChange={(event) =>
          set({ provenance: PROVENANCES.find((one) => one === event.target.value) ?? 'unclassified' })
        }
      >
        {PROVENANCES.map((one) => (
          <option key={one} value={one}>
            {PROVENANCE_LABEL[one]}
          </option>
        ))}
      </select>
    </Field>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <label className="field">
      <span>{name}</span>
      {children}
    </label>
  );
}
