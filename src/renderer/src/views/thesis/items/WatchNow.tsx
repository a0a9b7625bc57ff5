/** Where an indicator stands: the newest figure it follows with what it was before, or the value that a person typed. */
import type { WatchReading } from '../../../../../contract/watch';
import { run, start } from '../../../app/calls/run';
import { BOUND_FIELDS, followsFigures, STRUCTURE_FIELDS, typedCurrent } from '../../../../../core/structure/fields';
import { stateOfText } from '../../../../../core/watch/state';
import { BandBar } from '../charts/marks';
import { periodLabel } from '../../../app/format';
import { Menu } from '../../../kit/grid/menus/Menu';
import { openFigure } from '../../shared/figure-actions';
import { EditableText } from './EditableText';
import type { Item } from './model';
import type { ThesisActions } from './thesis-actions';

interface Props {
  readonly item: Item;
  readonly actions: ThesisActions;
}

/** Stores what was typed as the current value; emptied, the indicator follows its figures again. */
const typed = async (item: Item, text: string): Promise<boolean> => {
  return (await run('structure.update', { id: item.id, set: { fields: { ...typedCurrent(text) } } })) !== null;
};

export function WatchNow({ item, actions }: Props) {
  const readings = actions.readings(item.id);
  const newest = readings.at(-1);
  const isTyped = !followsFigures(item.fields);
  const current = isTyped ? item.fields.current : (newest?.text ?? item.fields.current);
  const state = isTyped || newest === undefined ? stateOfTexts(item, current) : newest.state;
  return (
    <div className="thesis-band">
      <BandBar band={item.fields.band} current={current} />
      <span className="thesis-band-words">
        <EditableText
          value={current ?? ''}
          name={`Current value of ${item.label}`}
          placeholder="awaiting"
          quiet
          onCommit={(text) => typed(item, text)}
        />
        {state && <span className={state === 'inside' ? 'state-in' : 'state-out'}>{state}</span>}
      </span>
      {isTyped ? (
        <span className="watch-note">
          typed ·{' '}
          <button type="button" className="link" onClick={() => start(typed(item, ''))}>
            follow the figures
          </button>
        </span>
      ) : (
        newest && <Before item={item} readings={readings} actions={actions} />
      )}
    </div>
  );
}

const bind = async (item: Item, name: (typeof BOUND_FIELDS)[number], text: string): Promise<boolean> =>
  (await run('structure.update', { id: item.id, set: { fields: { [name]: text === '' ? null : text } } })) !== null;

/** Two texts against each other, where no figure is followed. */
function stateOfTexts({ fields }: Item, current: string | null | undefined): string | null {
  const told = stateOfText(fields.band, current) ?? fields.state ?? null;
  return told === 'awaiting' ? null : told;
}

function openReading({ figure }: WatchReading, actions: ThesisActions): void {
  openFigure(actions.figure(figure) ?? { id: figure, place: null });
}

const whenOf = ({ period }: WatchReading): string => (period === null ? 'no period' : periodLabel(period));

/** "2026 Q2, was 28%": what it was before, and all there was behind a button. */
function Before({ item, readings, actions }: Props & { readonly readings: readonly WatchReading[] }) {
  const newest = readings.at(-1);
  // A figure that is said again in another place is no earlier one.
  const before = readings.findLast(({ text }) => text !== newest?.text);
  if (!newest) return null;
  return (
    <span className="watch-note">
      <button type="button" className="link" onClick={() => openReading(newest, actions)}>
        {whenOf(newest)}
      </button>
      {before && ` · was ${before.text}${before.state && before.state !== newest.state ? `, ${before.state}` : ''}`}
      {readings.length > 1 && (
        <Menu icon="clock" bare label={`History of ${item.label}`} align="end">
          <ul className="watch-history">
            {readings.toReversed().map((reading) => (
              <li key={reading.figure}>
                <button type="button" className="link" onClick={() => openReading(reading, actions)}>
                  {reading.text}
                </button>
                <span className="dim">{whenOf(reading)}</span>
                {reading.state && (
                  <span className={reading.state === 'inside' ? 'state-in' : 'state-out'}>{reading.state}</span>
                )}
              </li>
            ))}
          </ul>
          <div className="watch-bound">
            {BOUND_FIELDS.map((name) => (
              <EditableText
                key={name}
                value={item.fields[name] ?? ''}
                name={`${STRUCTURE_FIELDS.indicator[name].label} of ${item.label}`}
                placeholder={STRUCTURE_FIELDS.indicator[name].hint}
                onCommit={(text) => bind(item, name, text)}
              />
            ))}
          </div>
        </Menu>
      )}
    </span>
  );
}
