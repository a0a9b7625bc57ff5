/** The plan of a bibliography: what is new, what is here already, and where the two differ, a choice for each field. */
import { sourceFieldLabel } from '../../../../../core/citation/fields';
import { formatOf } from '../../../../../core/document/formats';
import { useState } from 'react';
import type { SourcesPlan } from '../../../../../contract/records';
import { bytes, plural } from '../../../kit/format';
import { Problems } from './PlanNotices';
import { type Choices, chooses, type PlanItem, withChoice } from './source-choices';

/** Rows drawn of a list; a bibliography of thousands is counted, not read through. */
const SHOWN = 500;

interface Props {
  readonly plan: SourcesPlan;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

export function SourcesPlanBody({ plan, choices, onChoose }: Props) {
  return (
    <>
      <aside className="plan-facts">
        <Problems plan={plan} />
        <Found plan={plan} />
        <dl className="facts">
          <div>
            <dt>File</dt>
            <dd className="truncate">{plan.fileName ?? 'Pasted text'}</dd>
          </div>
          <div>
            <dt>Read as</dt>
            <dd>{`${formatOf(plan.format).label}, ${plan.encoding}, ${bytes(plan.bytes)}`}</dd>
          </div>
        </dl>
        <p className="dim plan-hint">Empty fields are filled in and yours are kept, unless you take theirs.</p>
      </aside>
      <Lists plan={plan} choices={choices} onChoose={onChoose} />
    </>
  );
}

function Found({ plan: { found } }: { readonly plan: SourcesPlan }) {
  const counts: readonly (readonly [number, string])[] = [
    [found.new, 'new'],
    [found.changed, 'with other fields'],
    [found.same, 'here already'],
    [found.items, found.items === 1 ? 'entry' : 'entries'],
    [found.merged, 'twice in the file'],
  ];
  return (
    <div className="plan-found">
      {counts.map(([count, label]) => (
        <div key={label}>
          <b>{count.toLocaleString('en-US')}</b>
          <span>{label}</span>
        </div>
      ))}
    </div>
  );
}

const TABS = [
  ['changed', 'Differ'],
  ['new', 'New'],
  ['same', 'Here already'],
] as const;
type Tab = (typeof TABS)[number][0];

function Lists({ plan, choices, onChoose }: Props) {
  const [tab, setTab] = useState<Tab>(TABS.find(([what]) => plan.found[what] > 0)?.[0] ?? 'new');
  const items = plan.items.flatMap((item, index) => (item.what === tab ? [{ item, index }] : []));
  return (
    <section className="plan-lists" aria-label="Entries">
      <div className="bar" role="tablist" aria-label="Entries">
        {TABS.map(([what, label]) => (
          <button
            key={what}
            type="button"
            role="tab"
            className="tab"
            aria-selected={tab === what}
            onClick={() => setTab(what)}
          >
            {label} · {plan.found[what]}
          </button>
        ))}
      </div>
      {/* Scrolled by keyboard, so it must take the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="plan-list" tabIndex={0} role="group" aria-label={TABS.find(([what]) => what === tab)?.[1]}>
        {items.length === 0 && <p className="none dim">None.</p>}
        <ul className="plan-sources">
          {items.slice(0, SHOWN).map(({ item, index }) => (
            <li key={index}>
              <p>{item.formatted}</p>
              <p className="dim">{whereOf(item)}</p>
              {item.fields.length > 0 && <Fields item={item} index={index} choices={choices} onChoose={onChoose} />}
            </li>
          ))}
        </ul>
        {items.length > SHOWN && (
          <p className="none dim">and {plural(items.length - SHOWN, 'more entry', 'more entries')}</p>
        )}
      </div>
    </section>
  );
}

const whereOf = ({ lines }: PlanItem): string =>
  lines.length === 1 ? `Line ${lines[0]}` : `Lines ${lines.join(', ')}, taken as one`;

function Fields({
  item,
  index,
  choices,
  onChoose,
}: {
  readonly item: PlanItem;
  readonly index: number;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}) {
  return (
    <table className="table plan-fields">
      <thead>
        <tr>
          <th>Field</th>
          <th>Here</th>
          <th>In the file</th>
        </tr>
      </thead>
      <tbody>
        {item.fields.map((field) => {
          const takes = chooses(choices, index, field);
          const name = `take-${index}-${field.field}`;
          const choose = (take: boolean) => onChoose(withChoice(choices, item, index, field.field, take));
          return (
            <tr key={field.field} data-field={field.field}>
              <td>{sourceFieldLabel(field.field)}</td>
              <td>
                <label>
                  <input type="radio" name={name} checked={!takes} onChange={() => choose(false)} />
                  <span className={takes ? 'dim' : ''}>{field.old ?? 'empty'}</span>
                </label>
              </td>
              <td>
                <label>
                  <input type="radio" name={name} checked={takes} onChange={() => choose(true)} />
                  <span className={takes ? '' : 'dim'}>{field.new}</span>
                </label>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
