/** Links figures to a source, with a locator: pick one that is there, or name a new one. */
import { searchForm } from '../../../../core/base/fold';
import { useId, useState } from 'react';
import type { SourceRecord } from '../../../../contract/records';
import { TIER_LABEL } from '../../../../core/citation/tier';
import { Dialog } from '../../app/dialogs/dialogs';
import { run, start } from '../../app/calls/run';
import { useQuery } from '../../app/calls/use-query';
import { Button } from '../../kit/Button';
import { plural } from '../../kit/format';
import { sourceName } from '../../../../core/citation/source-name';

interface Props {
  readonly figures: readonly { readonly id: string; readonly quote: string }[];
  readonly onClose: () => void;
}

export function CiteDialog({ figures, onClose }: Props) {
  const [words, setWords] = useState('');
  const [locator, setLocator] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const title = words.trim();
  const link = async (source: string) => {
    const ids = figures.map(({ id }) => id);
    if (await run('link.add', { figures: ids, source, locator: locator.trim() || null })) onClose();
  };
  const create = async () => {
    const made = await run('source.create', { csl: { type: 'document', title } });
    if (made) await link(made.id);
  };
  const what = figures.length === 1 ? (figures[0]?.quote ?? '') : plural(figures.length, 'figure');
  return (
    <Dialog
      title={`Cite a source for ${what}`}
      onClose={onClose}
      width={520}
      footer={
        <>
          {title !== '' && (
            <Button icon="plus" onClick={() => start(create())}>
              New source “{title.slice(0, 28)}”
            </Button>
          )}
          <span className="grow" />
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" disabled={chosen === null} onClick={() => chosen && start(link(chosen))}>
            Cite
          </Button>
        </>
      }
    >
      <div className="cite-dialog">
        <label className="field">
          <span>Source</span>
          <input
            className="input"
            value={words}
            placeholder="Publisher, title or marker"
            data-initial-focus=""
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        <SourceChoice words={words} chosen={chosen} onChoose={setChosen} />
        <label className="field">
          <span>Locator (page, table, paragraph)</span>
          <input className="input" value={locator} onChange={(event) => setLocator(event.target.value)} />
        </label>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly words: string;
  readonly chosen: string | null;
  readonly onChoose: (source: string) => void;
}

/** The sources that fit the words, one to be picked. */
function SourceChoice({ words, chosen, onChoose }: ChoiceProps) {
  const { data: sources } = useQuery('source.list', {});
  const group = useId();
  const found = matching(sources ?? [], words);
  return (
    <div className="cite-list" role="radiogroup" aria-label="Sources">
      {found.map((source) => (
        <label key={source.id} className="cite-option">
          <input type="radio" name={group} checked={chosen === source.id} onChange={() => onChoose(source.id)} />
          <span className="truncate">{nameOrMarker(source)}</span>
          <span className="dim">{TIER_LABEL[source.tier]}</span>
        </label>
      ))}
      {found.length === 0 && <p className="dim">No source matches. Type its title to make a new one.</p>}
    </div>
  );
}

/** The source in a list, by its first marker where it says no name. */
export const nameOrMarker = ({ csl, markers }: Pick<SourceRecord, 'csl' | 'markers'>): string =>
  sourceName(csl) || markers[0] || 'Untitled source';

function matching(sources: readonly SourceRecord[], words: string): readonly SourceRecord[] {
  const wanted = searchForm(words.trim());
  return sources.filter((source) => searchForm(`${nameOrMarker(source)} ${source.markers.join(' ')}`).includes(wanted));
}
