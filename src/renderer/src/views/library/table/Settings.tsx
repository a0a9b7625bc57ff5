/** What holds for a whole table: sheet, head, how numbers and dates are written, what neither row nor column says. */
import type { TablePlan } from '../../../../../contract/records';
import { UNITS } from '../../../../../core/base/unit';
import { ASSERTIONS, PROVENANCE_LABEL, PROVENANCES } from '../../../../../core/figure/provenance';
import { KEY_FIELDS } from '../../../../../core/table/model';
import { DATE_MEANINGS, LOCALES } from '../../../../../core/figure/cell/cell';
import { ASSERTION_LABEL, UNIT_LABEL } from '../../../../../core/figure/labels';
import { SelectField, TextField } from './Fields';
import {
  DATES_LABEL,
  headFrom,
  KEY_LABEL,
  LOCALE_LABEL,
  type Mapping,
  type ValueDefaults,
  SCALE_LABEL,
  withDefault,
  withKey,
} from './mapping';
import type { Remap } from './use-remap';

const SCALES = Object.entries(SCALE_LABEL);
const numberOr = (text: string | null): number | null => (text === null ? null : Number(text));

interface Props {
  readonly plan: TablePlan;
  readonly remap: Remap;
}

export function Settings({ plan, remap }: Props) {
  const { mapping } = plan;
  const change = (make: (mapping: Mapping) => Mapping) => remap.change((one) => ({ mapping: make(one.mapping) }));
  return (
    <div className="table-settings">
      <Saved plan={plan} remap={remap} />
      <Place plan={plan} remap={remap} />
      <SelectField
        label="Numbers"
        value={mapping.locale}
        options={LOCALES.map((one) => [one, LOCALE_LABEL[one]])}
        onChange={(locale) => locale && change((one) => ({ ...one, locale }))}
      />
      <SelectField
        label="A date means"
        value={mapping.dates}
        options={DATE_MEANINGS.map((one) => [one, DATES_LABEL[one]])}
        onChange={(dates) => dates && change((one) => ({ ...one, dates }))}
      />
      <SelectField
        label="Doubtful cells"
        value={mapping.doubtful}
        options={[
          ['keep', 'keep as text'],
          ['leave', 'leave out'],
        ]}
        onChange={(doubtful) => doubtful && change((one) => ({ ...one, doubtful }))}
      />
      <h3>Values the table does not state</h3>
      <ValueDefaultFields says={mapping.defaults} onChange={(says) => change((one) => withDefault(one, says))} />
      <TextField
        label="Source"
        value={mapping.source}
        onChange={(source) => change((one) => ({ ...one, source: source ?? plan.title }))}
      />
      <h3 id="table-key">Columns that identify a figure</h3>
      <div className="table-key" role="group" aria-labelledby="table-key">
        {KEY_FIELDS.map((field) => (
          <label key={field}>
            <input
              type="checkbox"
              checked={mapping.key.includes(field)}
              onChange={(event) => change((one) => withKey(one, field, event.target.checked))}
            />
            {KEY_LABEL[field]}
          </label>
        ))}
      </div>
    </div>
  );
}

function Saved({ plan, remap }: Props) {
  if (plan.saved.length === 0) return null;
  return (
    <SelectField
      label="Mapping"
      value={plan.saved.find(({ used }) => used)?.id ?? null}
      none="as proposed"
      options={plan.saved.map(({ id, name }) => [id, name])}
      onChange={(saved) => remap.change((one) => (saved === null ? { sheet: one.mapping.sheet } : { saved }))}
    />
  );
}

function Place({ plan, remap }: Props) {
  const { head, sheet } = plan.mapping;
  const rows = plan.top.map(({ index, row }): [string, string] => [String(index), `row ${row}`]);
  const last = head.row + head.rows - 1;
  return (
    <>
      {plan.sheets.length > 1 && (
        <SelectField
          label="Sheet"
          value={String(sheet)}
          options={plan.sheets.map(({ name, hidden }, index) => [String(index), hidden ? `${name} (hidden)` : name])}
          onChange={(chosen) => chosen !== null && remap.change(() => ({ sheet: Number(chosen) }))}
        />
      )}
      <SelectField
        label="Head from"
        value={head.rows === 0 ? null : String(head.row)}
        none="no head"
        options={rows}
        onChange={(row) =>
          remap.change(() => ({
            sheet,
            head: row === null ? { row: 0, rows: 0 } : headFrom(Number(row), Math.max(last, Number(row))),
          }))
        }
      />
      {head.rows > 0 && (
        <SelectField
          label="to"
          value={String(last)}
          options={rows.filter(([index]) => Number(index) >= head.row)}
          onChange={(row) => row !== null && remap.change(() => ({ sheet, head: headFrom(head.row, Number(row)) }))}
        />
      )}
    </>
  );
}

interface ValueDefaultProps {
  readonly says: ValueDefaults;
  readonly onChange: (says: Partial<ValueDefaults>) => void;
}

/** What can be said of figures besides their value, for a column or for the whole table. */
export function ValueDefaultFields({ says, onChange }: ValueDefaultProps) {
  return (
    <>
      <TextField label="Entity" value={says.entity} onChange={(entity) => onChange({ entity })} />
      <SelectField
        label="Class"
        value={says.provenance}
        none="Unclassified"
        options={PROVENANCES.filter((one) => one !== 'unclassified').map((one) => [one, PROVENANCE_LABEL[one]])}
        onChange={(provenance) => onChange({ provenance })}
      />
      <TextField label="Period" value={says.period} onChange={(period) => onChange({ period })} />
      <TextField label="Metric" value={says.metric} onChange={(metric) => onChange({ metric })} />
      <TextField label="Basis" value={says.basis} onChange={(basis) => onChange({ basis })} />
      <SelectField
        label="Unit"
        value={says.unit}
        none="–"
        options={UNITS.map((one) => [one, UNIT_LABEL[one] || one])}
        onChange={(unit) => onChange({ unit })}
      />
      <SelectField
        label="Scale"
        value={says.scale === null ? null : String(says.scale)}
        none="–"
        options={SCALES}
        onChange={(scale) => onChange({ scale: numberOr(scale) })}
      />
      <TextField label="Currency" value={says.currency} onChange={(currency) => onChange({ currency })} />
      <SelectField
        label="Statement"
        value={says.assertion}
        none="–"
        options={ASSERTIONS.map((one) => [one, ASSERTION_LABEL[one]])}
        onChange={(assertion) => onChange({ assertion })}
      />
    </>
  );
}
