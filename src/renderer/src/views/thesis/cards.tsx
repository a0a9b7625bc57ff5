/** The cards by type, each drawing its items the way an analyst would put them on a page. */
import { Fragment } from 'react';
import { unitWords } from '../../../../core/figure/labels';
import { FlowDiagram, RangeBar, TargetStrip } from '../../kit/charts/marks';
import { plural } from '../../kit/format';
import { ProvenanceTag } from '../../kit/ProvenanceTag';
import { Card } from './Card';
import { ItemButtons, ItemField, ItemFigures, itemKeys, ItemLabel, ItemLine } from './Item';
import {
  type ByType,
  type Column,
  flowLinks,
  labelBesideDate,
  type Item,
  pricedColumns,
  rangeText,
  risksByHorizon,
  scenarioDomain,
  scoreShare,
  stripsOf,
  timeline,
  todayAmong,
  toneOf,
} from './model';
import type { ThesisActions } from './use-thesis';
import { WatchNow } from './WatchNow';

interface Props {
  readonly items: ByType;
  readonly actions: ThesisActions;
}

const NONE: readonly Item[] = [];

export function Headline({ items, actions }: Props) {
  const theses = items.get('thesis') ?? NONE;
  const stances = items.get('stance') ?? NONE;
  const horizons = items.get('horizon') ?? NONE;
  const chips = [...stances, ...horizons];
  return (
    <Card title="Thesis" wide addLabel="Add a line of thesis" onAdd={() => actions.add('thesis', '', {})}>
      {theses.map((item) => (
        <div
          key={item.id}
          className="item thesis-line"
          data-item={item.id}
          onKeyDown={itemKeys({ item, siblings: theses, actions })}
        >
          <ItemLabel item={item} actions={actions} long className="thesis-words" />
          <ItemFigures item={item} actions={actions} />
          <ItemButtons item={item} siblings={theses} actions={actions} />
        </div>
      ))}
      {theses.length === 0 && (
        <button type="button" className="thesis-add" onClick={() => actions.add('thesis', '', {})}>
          + Write the thesis in one line
        </button>
      )}
      <ul className="thesis-chips">
        {chips.map((item) => (
          <li
            key={item.id}
            className="item thesis-chip"
            data-item={item.id}
            onKeyDown={itemKeys({ item, siblings: item.type === 'stance' ? stances : horizons, actions })}
          >
            {item.type === 'horizon' && <span className="dim">Horizon</span>}
            <ItemLabel item={item} actions={actions} />
          </li>
        ))}
        <li>
          <button type="button" className="thesis-add" onClick={() => actions.add('stance', '', {})}>
            + Stance
          </button>
        </li>
        <li>
          <button type="button" className="thesis-add" onClick={() => actions.add('horizon', '', {})}>
            + Horizon
          </button>
        </li>
      </ul>
    </Card>
  );
}

export function WatchList({ items, actions }: Props) {
  const indicators = items.get('indicator') ?? NONE;
  const dates = new Set(indicators.flatMap(({ fields }) => fields.nextDate ?? []));
  const fact = dates.size === 1 ? `next date ${[...dates][0]}` : undefined;
  return (
    <Card title="Watch list" fact={fact} addLabel="Add an indicator" onAdd={() => actions.add('indicator', '', {})}>
      <table className="thesis-table thesis-watch">
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col">Band</th>
            <th scope="col" className="thesis-now">
              Now
            </th>
            <th scope="col">If broken</th>
            <th scope="col">
              <span className="visually-hidden">Figures and actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((item) => (
            <tr
              key={item.id}
              className="item"
              data-item={item.id}
              onKeyDown={itemKeys({ item, siblings: indicators, actions })}
            >
              <td>
                <ItemLabel item={item} actions={actions} />
                <span className="thesis-next" data-empty={!item.fields.nextDate}>
                  next <ItemField item={item} field="nextDate" name="Next date" placeholder="date" actions={actions} />
                </span>
              </td>
              <td>
                <ItemField item={item} field="band" name="Band" placeholder="a band" actions={actions} />
              </td>
              <td>
                <WatchNow item={item} actions={actions} />
              </td>
              <td className="muted">
                <ItemField
                  item={item}
                  field="ifBroken"
                  name="What it means if broken"
                  placeholder="if broken"
                  actions={actions}
                  className="edit-clamp"
                />
              </td>
              <td>
                <span className="item-end">
                  <ItemFigures item={item} actions={actions} />
                  <ItemButtons item={item} siblings={indicators} actions={actions} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

export function Scenarios({ items, actions }: Props) {
  const scenarios = items.get('scenario') ?? NONE;
  return (
    <Card
      title="Scenarios"
      fact={plural(scenarios.length, 'case')}
      addLabel="Add a scenario"
      onAdd={() => actions.add('scenario', '', {})}
    >
      <table className="thesis-table">
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col" className="number">
              Low
            </th>
            <th scope="col" className="number">
              High
            </th>
            <th scope="col">Unit</th>
            <th scope="col" className="thesis-range">
              Range
            </th>
            <th scope="col">
              <span className="visually-hidden">Class, figures and actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {scenarios.map((item) => (
            <ScenarioRows key={item.id} item={item} scenarios={scenarios} actions={actions} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function ScenarioRows({
  item,
  scenarios,
  actions,
}: {
  readonly item: Item;
  readonly scenarios: readonly Item[];
  readonly actions: ThesisActions;
}) {
  const first = item.figures.map(actions.figure).find((figure) => figure !== undefined);
  const keys = itemKeys({ item, siblings: scenarios, actions });
  return (
    <Fragment>
      <tr className="item thesis-pair" data-item={item.id} onKeyDown={keys}>
        <td>
          {item.fields.case ? (
            <ItemField
              item={item}
              field="case"
              name="Case"
              placeholder="case"
              actions={actions}
              className="thesis-strong"
            />
          ) : (
            <ItemLabel item={item} actions={actions} className="thesis-strong" />
          )}
        </td>
        <td className="number">
          <ItemField item={item} field="low" name="Low end" placeholder="low" actions={actions} />
        </td>
        <td className="number">
          <ItemField item={item} field="high" name="High end" placeholder="high" actions={actions} />
        </td>
        <td>
          <ItemField item={item} field="unit" name="Unit" placeholder="unit" actions={actions} words={unitWords} />
        </td>
        <td>
          <RangeBar
            range={rangeText(item)}
            domain={scenarioDomain(scenarios, item.fields.unit ?? null)}
            tone={toneOf(item)}
          />
        </td>
        <td>
          <span className="item-end">
            {first && <ProvenanceTag provenance={first.provenance} inherited={first.inheritedClass} />}
            <ItemButtons item={item} siblings={scenarios} actions={actions} />
          </span>
        </td>
      </tr>
      <tr className="thesis-under" onKeyDown={keys}>
        <td colSpan={6}>
          {item.fields.case && item.fields.case !== item.label && (
            <ItemLabel item={item} actions={actions} className="muted" />
          )}
          <ItemField
            item={item}
            field="assumption"
            name="Assumption"
            placeholder="What it assumes"
            actions={actions}
            className="thesis-assumption edit-clamp"
          />
        </td>
      </tr>
    </Fragment>
  );
}

export function Targets({ items, actions }: Props) {
  const targets = items.get('target') ?? NONE;
  const open = (id: string) => {
    const item = targets.find((target) => target.id === id);
    if (item) actions.openQuote(item);
  };
  return (
    <Card
      title="Targets"
      fact={plural(targets.length, 'target')}
      addLabel="Add a target"
      onAdd={() => actions.add('target', '', {})}
    >
      {stripsOf(targets).map(({ unit, points }) => (
        <TargetStrip key={unit} points={points} onOpen={open} />
      ))}
      <table className="thesis-table">
        <thead>
          <tr>
            <th scope="col">Target</th>
            <th scope="col" className="number">
              Value
            </th>
            <th scope="col">Holder</th>
            <th scope="col">Date</th>
            <th scope="col" className="number">
              Implied price
            </th>
            <th scope="col">
              <span className="visually-hidden">Figures and actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((item) => (
            <tr
              key={item.id}
              className="item"
              data-item={item.id}
              onKeyDown={itemKeys({ item, siblings: targets, actions })}
            >
              <td>
                <ItemLabel item={item} actions={actions} />
              </td>
              <td className="number">
                <ItemField item={item} field="value" name="Value" placeholder="value" actions={actions} />
              </td>
              <td>
                <ItemField item={item} field="holder" name="Holder" placeholder="who" actions={actions} />
              </td>
              <td>
                <ItemField
                  item={item}
                  field="date"
                  name="Date"
                  placeholder="date"
                  actions={actions}
                  className="thesis-date"
                />
              </td>
              <td className="number">
                <ItemField item={item} field="impliedPrice" name="Implied price" placeholder="–" actions={actions} />
              </td>
              <td>
                <span className="item-end">
                  <ItemFigures item={item} actions={actions} />
                  <ItemButtons item={item} siblings={targets} actions={actions} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Columns({ columns, actions }: { readonly columns: readonly Column[]; readonly actions: ThesisActions }) {
  return (
    <div className="thesis-columns">
      {columns.map((column) => (
        <section key={column.head} aria-label={column.head}>
          <header>
            <h4>{column.head}</h4>
            <button
              type="button"
              className="thesis-add"
              aria-label={`Add to ${column.head}`}
              onClick={() => actions.add(column.type, '', column.fields)}
            >
              +
            </button>
          </header>
          {column.items.length === 0 ? (
            <p className="dim">Nothing named</p>
          ) : (
            <ul>
              {column.items.map((item) => (
                <ItemLine key={item.id} item={item} siblings={column.items} actions={actions} />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

export function Risks({ items, actions }: Props) {
  const risks = items.get('risk') ?? NONE;
  return (
    <Card
      title="Risks by horizon"
      fact={plural(risks.length, 'risk')}
      addLabel="Add a risk"
      onAdd={() => actions.add('risk', '', {})}
    >
      <Columns columns={risksByHorizon(risks)} actions={actions} />
    </Card>
  );
}

export function PricedIn({ items, actions }: Props) {
  return (
    <Card title="Priced in?">
      <Columns columns={pricedColumns(items)} actions={actions} />
    </Card>
  );
}

export function Scorecard({ items, actions }: Props) {
  const scores = items.get('score') ?? NONE;
  return (
    <Card title="Scorecard" addLabel="Add a score" onAdd={() => actions.add('score', '', {})}>
      <ul className="scores">
        {scores.map((item) => {
          const share = scoreShare(item.fields.value);
          return (
            <li
              key={item.id}
              className="item score-row"
              data-item={item.id}
              onKeyDown={itemKeys({ item, siblings: scores, actions })}
            >
              {item.fields.dimension ? (
                <ItemField
                  item={item}
                  field="dimension"
                  name="Dimension"
                  placeholder="dimension"
                  actions={actions}
                  className="thesis-strong"
                />
              ) : (
                <ItemLabel item={item} actions={actions} className="thesis-strong" />
              )}
              <span className="score-bar" aria-hidden="true">
                {share !== null && <i style={{ width: `${share}%` }} />}
              </span>
              <ItemField
                item={item}
                field="value"
                name="Score"
                placeholder="4 / 5"
                actions={actions}
                className="score-value"
              />
              <ItemField
                item={item}
                field="note"
                name="Note"
                placeholder="why"
                actions={actions}
                className="score-note edit-clamp"
              />
              <span className="item-end">
                <ItemFigures item={item} actions={actions} />
                <ItemButtons item={item} siblings={scores} actions={actions} />
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

/** A plain list of one type: drivers, catalysts, the disclaimer. */
export function PlainList({
  items,
  actions,
  type,
  title,
  addLabel,
  field,
  fieldName,
}: Props & {
  readonly type: 'driver' | 'catalyst' | 'disclaimer' | 'undisclosed';
  readonly title: string;
  readonly addLabel: string;
  readonly field?: string;
  readonly fieldName?: string;
}) {
  const all = items.get(type) ?? NONE;
  return (
    <Card title={title} addLabel={addLabel} onAdd={() => actions.add(type, '', {})}>
      <ul>
        {all.map((item) => (
          <ItemLine key={item.id} item={item} siblings={all} actions={actions}>
            {field && fieldName && !echoes(item, field) && (
              <ItemField
                item={item}
                field={field}
                name={fieldName}
                placeholder={fieldName.toLowerCase()}
                actions={actions}
                className="dim"
              />
            )}
          </ItemLine>
        ))}
      </ul>
    </Card>
  );
}

/** The field only repeats what the label says. */
function echoes({ label, fields }: Item, field: string): boolean {
  const value = fields[field];
  return Boolean(value) && label.toLowerCase().includes((value ?? '').toLowerCase());
}

export function Events({ items, actions }: Props) {
  const events = items.get('event') ?? NONE;
  const ordered = timeline(events);
  const today = todayAmong(ordered, new Date().toISOString().slice(0, 10));
  return (
    <Card
      title="Timeline"
      fact={plural(events.length, 'event')}
      addLabel="Add an event"
      onAdd={() => actions.add('event', '', {})}
    >
      <ol className="timeline">
        {ordered.map((item, index) => (
          <Fragment key={item.id}>
            {index === today && <Today />}
            <li className="item" data-item={item.id} onKeyDown={itemKeys({ item, siblings: events, actions })}>
              <ItemField
                item={item}
                field="date"
                name="Date"
                placeholder="no date"
                actions={actions}
                className="timeline-date"
              />
              <ItemLabel item={item} actions={actions} words={labelBesideDate(item)} />
              <ItemFigures item={item} actions={actions} />
              <ItemButtons item={item} siblings={events} actions={actions} />
            </li>
          </Fragment>
        ))}
        {today === ordered.length && <Today />}
      </ol>
    </Card>
  );
}

const Today = () => <li className="timeline-today">Today</li>;

export function CapitalLoop({ items, actions }: Props) {
  const parties = items.get('party') ?? NONE;
  const flows = items.get('flow') ?? NONE;
  const open = (id: string) => {
    const item = flows.find((flow) => flow.id === id);
    if (item) actions.openQuote(item);
  };
  return (
    <Card
      title="Capital loop"
      fact={`${plural(parties.length, 'party', 'parties')} · ${plural(flows.length, 'flow')}`}
      addLabel="Add a flow"
      onAdd={() => actions.add('flow', '', {})}
    >
      <FlowDiagram parties={parties.map(({ label }) => label)} flows={flowLinks(flows)} onOpen={open} />
      <table className="thesis-table">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What flows</th>
            <th scope="col">
              <span className="visually-hidden">Figures and actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {flows.map((item) => (
            <tr
              key={item.id}
              className="item"
              data-item={item.id}
              onKeyDown={itemKeys({ item, siblings: flows, actions })}
            >
              <td>
                <ItemField item={item} field="from" name="From" placeholder="from" actions={actions} />
              </td>
              <td>
                <ItemField item={item} field="to" name="To" placeholder="to" actions={actions} />
              </td>
              <td>
                {item.fields.what ? (
                  <ItemField item={item} field="what" name="What flows" placeholder="what" actions={actions} />
                ) : (
                  <ItemLabel item={item} actions={actions} />
                )}
              </td>
              <td>
                <span className="item-end">
                  <ItemFigures item={item} actions={actions} />
                  <ItemButtons item={item} siblings={flows} actions={actions} />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="thesis-chips">
        {parties.map((item) => (
          <li
            key={item.id}
            className="item thesis-chip"
            data-item={item.id}
            onKeyDown={itemKeys({ item, siblings: parties, actions })}
          >
            <ItemLabel item={item} actions={actions} />
          </li>
        ))}
        <li>
          <button type="button" className="thesis-add" onClick={() => actions.add('party', '', {})}>
            + Party
          </button>
        </li>
      </ul>
    </Card>
  );
}
