/** Whether a document is the next version of one that is here, and what the person's work on that one becomes. */
import type { DocumentPlan } from '../../../../../contract/records';
import { plural } from '../../../kit/format';
import { type How, HOWS } from '../../../../../core/document/anchors/selector';

type Offer = DocumentPlan['versions'][number];

/** Undefined until the person has chosen: then it is as the plan proposes. */
export type Replaces = string | null | undefined;

export const chosenOffer = ({ versions }: Pick<DocumentPlan, 'versions'>, replaces: Replaces): Offer | undefined =>
  versions.find((one) => (replaces === undefined ? one.proposed : one.document === replaces));

interface Props {
  readonly plan: DocumentPlan;
  readonly replaces: Replaces;
  readonly onChoose: (replaces: string | null) => void;
}

export function VersionChoice({ plan, replaces, onChoose }: Props) {
  if (plan.versions.length === 0) return null;
  const chosen = chosenOffer(plan, replaces);
  return (
    <fieldset className="version-choice">
      <legend>This document is</legend>
      {plan.versions.map((offer) => (
        <label key={offer.document}>
          <input type="radio" name="version-of" checked={offer === chosen} onChange={() => onChoose(offer.document)} />
          <span>
            version {offer.version + 1} of “{offer.title}”{' '}
            <span className="dim">({Math.floor(offer.similarity * 100)}% of the words)</span>
          </span>
        </label>
      ))}
      <label>
        <input type="radio" name="version-of" checked={chosen === undefined} onChange={() => onChoose(null)} />
        <span>a document of its own</span>
      </label>
      {chosen && <p className="dim">{countsText(chosen)}</p>}
    </fieldset>
  );
}

/** `12 of your marks are found again, 1 moved, 2 ambiguous or lost: these stay on the older version.` */
export function countsText({ counts: { exact, moved, ambiguous, lost } }: Pick<Offer, 'counts'>): string {
  const all = exact + moved + ambiguous + lost;
  if (all === 0) return 'You have ticked, edited or annotated nothing in it. The older version stays readable.';
  const left = ambiguous + lost;
  const found = `Of ${plural(all, 'tick, edit or annotation', 'ticks, edits and annotations')}, ${exact + moved} carry over`;
  const how = moved > 0 ? ` (${moved} moved)` : '';
  const rest = left > 0 ? `; ${ambiguous} ambiguous and ${lost} lost stay on the older version` : '';
  return `${found}${how}${rest}.`;
}

const HOW: Readonly<Record<How, string>> = {
  exact: 'Found',
  moved: 'Moved',
  ambiguous: 'Ambiguous',
  lost: 'Lost',
};
/** What needs a look comes first. */
export function Carried({ offer }: { readonly offer: Offer }) {
  if (offer.carried.length === 0)
    return <p className="none dim">The older version holds no ticks, edits or annotations of yours.</p>;
  const rows = offer.carried.toSorted((a, b) => HOWS.indexOf(b.how) - HOWS.indexOf(a.how));
  return (
    <table className="table">
      <thead>
        <tr>
          <th>Place</th>
          <th>What you did</th>
          <th>In the new text</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} data-how={row.how}>
            <td title={row.quote}>{row.quote}</td>
            <td>{row.what}</td>
            <td>
              <span className="carried-how">{HOW[row.how]}</span>
              {row.reason && <span className="dim"> · {row.reason}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
