/** Find and replace, laid over the corner of the grid. */
import { FindBox, FindOption } from '../../find/FindBox';
import type { FindScope } from './finder';
import { type FindParts, type FindState, useFindReplace } from './use-find';

interface Props<Row, Set extends object> extends FindParts<Row, Set> {
  readonly onClose: () => void;
}

export function FindReplace<Row, Set extends object>({ onClose, ...parts }: Props<Row, Set>) {
  const find = useFindReplace(parts);
  const { place } = parts;
  return (
    <FindBox
      find={{
        ...find,
        text: find.query.text,
        onText: (text) => find.setQuery({ text }),
        count: countText(find),
        isEmpty: find.count === 0,
        isLooking: find.looking,
      }}
      label="Find and replace"
      className="grid-find"
      serial={place.serial}
      options={<Options find={find} column={place.column?.title ?? null} hasSelection={place.selection !== null} />}
      onClose={onClose}
    >
      {find.refused.length > 0 && (
        <ul className="grid-find-refused" aria-label="What was refused">
          {find.refused.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </FindBox>
  );
}

function countText({ query, count, at, looking }: FindState): string {
  if (query.text === '') return '';
  const cells = count === 1 ? '1 cell' : `${count.toLocaleString('en-US')} cells`;
  if (looking) return count === 0 ? 'Looking…' : `${cells} …`;
  if (count === 0) return 'None';
  return at < 0 ? cells : `${at + 1} of ${count.toLocaleString('en-US')}`;
}

const isScope = (value: string): value is FindScope => value === 'all' || value === 'column' || value === 'selection';

interface OptionsProps {
  readonly find: FindState;
  readonly column: string | null;
  readonly hasSelection: boolean;
}

function Options({ find: { query, setQuery, scope, setScope }, column, hasSelection }: OptionsProps) {
  return (
    <>
      <select
        className="input"
        aria-label="Look in"
        value={scope}
        onChange={(event) => isScope(event.target.value) && setScope(event.target.value)}
      >
        <option value="all">All columns shown</option>
        {column !== null && <option value="column">Column {column}</option>}
        {hasSelection && <option value="selection">Selected cells</option>}
      </select>
      <FindOption label="Whole cell" isOn={query.whole} onChange={(whole) => setQuery({ whole })} />
      <FindOption label="Match case" isOn={query.exactCase} onChange={(exactCase) => setQuery({ exactCase })} />
    </>
  );
}
