/** What was left out of the text of a file, as a list; for a web page it can be taken after all. */
import type { DocumentPlan } from '../../../../../contract/records';
import { plural } from '../../../kit/format';

interface Props {
  readonly plan: DocumentPlan;
  /** Null while the page is being read the other way. */
  readonly onWhole: ((whole: boolean) => void) | null;
}

const WHY: Readonly<Record<DocumentPlan['setAside'][number]['why'], string>> = {
  around: 'around the article',
  'running-head': 'page header or footer',
  contents: 'table of contents',
  artifact: 'marked by the file as not part of the text',
};

export function LeftOut({ plan, onWhole }: Props) {
  return (
    <>
      {plan.whole !== null && (
        <label className="plan-whole">
          <input
            type="checkbox"
            role="switch"
            checked={plan.whole}
            disabled={onWhole === null}
            onChange={({ target }) => onWhole?.(target.checked)}
          />
          Import the whole page, not only its article
        </label>
      )}
      {plan.setAside.length === 0 ? (
        <p className="none dim">Nothing was left out.</p>
      ) : (
        <ul className="doubts">
          {plan.setAside.map(({ why, text, times }) => (
            <li key={`${why} ${text}`}>
              <p>{text}</p>
              <p className="dim">
                {WHY[why]}
                {times > 1 && `, ${plural(times, 'time')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
