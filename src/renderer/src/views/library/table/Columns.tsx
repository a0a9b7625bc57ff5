/** The first rows of the sheet, with what each column means above them. */
import { useState } from 'react';
import type { TablePlan } from '../../../../../contract/records';
import { ROLES } from '../../../../../core/figure/cell/cell';
import { Select } from './Fields';
import { ROLE_LABEL, valueDefaultsText, withRole, withColumnDefaults } from './mapping';
import { ValueDefaultFields } from './Settings';
import type { Remap } from './use-remap';

/** More are rarely looked at, and each has a control of its own. */
const SHOWN = 120;

interface Props {
  readonly plan: TablePlan;
  readonly remap: Remap;
}

export function Columns({ plan, remap }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const { mapping, columns } = plan;
  const shown = columns.slice(0, SHOWN);
  const opened = open === null ? undefined : mapping.columns[open];
  return (
    <>
      {/* Scrolled by keyboard, so it must take the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="table-top" tabIndex={0} role="group" aria-label="Columns">
        <table className="table">
          <thead>
            <Roles columns={shown} mapping={mapping} remap={remap} />
            <tr>
              <th aria-label="Row" />
              {shown.map(({ letters }, index) => (
                <ColumnDefaults
                  key={letters}
                  letters={letters}
                  column={mapping.columns[index]}
                  isOpen={open === index}
                  onOpen={() => setOpen(open === index ? null : index)}
                />
              ))}
            </tr>
          </thead>
          <TopRows plan={plan} columns={shown} />
        </table>
      </div>
      {columns.length > SHOWN && <p className="dim table-more">{columns.length - SHOWN} more columns are not shown.</p>}
      {open !== null && opened !== undefined && (
        <fieldset className="table-says">
          <legend>What column {columns[open]?.letters} says of its values</legend>
          <ValueDefaultFields
            says={opened.says}
            onChange={(says) => remap.change((one) => ({ mapping: withColumnDefaults(one.mapping, open, says) }))}
          />
        </fieldset>
      )}
    </>
  );
}

interface RolesProps {
  readonly columns: TablePlan['columns'];
  readonly mapping: TablePlan['mapping'];
  readonly remap: Remap;
}

/** What each column holds, to be chosen. */
function Roles({ columns, mapping, remap }: RolesProps) {
  return (
    <tr>
      <th aria-label="Row" />
      {columns.map(({ letters }, index) => (
        <th key={letters} data-role={mapping.columns[index]?.role}>
          <Select
            label={`Column ${letters} holds`}
            value={mapping.columns[index]?.role ?? null}
            options={ROLES.map((role) => [role, ROLE_LABEL[role]])}
            onChange={(role) => role && remap.change((one) => ({ mapping: withRole(one.mapping, index, role) }))}
          />
        </th>
      ))}
    </tr>
  );
}

/** The first rows of the sheet, those of its head marked. */
function TopRows({ plan, columns }: { readonly plan: TablePlan; readonly columns: TablePlan['columns'] }) {
  const { mapping } = plan;
  return (
    <tbody>
      {plan.top.map(({ index, row, cells }) => (
        <tr key={row} data-head={isHead(plan, index)} data-above={index < mapping.head.row}>
          <th scope="row">{row}</th>
          {columns.map(({ letters }, column) => (
            <td key={letters} title={cells[column]} data-role={mapping.columns[column]?.role}>
              {cells[column]}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

const isHead = ({ mapping: { head } }: TablePlan, index: number): boolean =>
  index >= head.row && index < head.row + head.rows;

interface ColumnDefaultsProps {
  readonly letters: string;
  readonly column: TablePlan['mapping']['columns'][number] | undefined;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function ColumnDefaults({ letters, column, isOpen, onOpen }: ColumnDefaultsProps) {
  if (column?.role !== 'value') return <th aria-label={`Column ${letters}`}>{letters}</th>;
  const words = valueDefaultsText(column.says);
  return (
    <th>
      <button
        type="button"
        className="link truncate"
        aria-expanded={isOpen}
        aria-label={`Column ${letters} says ${words || 'nothing'}: change`}
        title={words}
        onClick={onOpen}
      >
        {words || `${letters}…`}
      </button>
    </th>
  );
}
