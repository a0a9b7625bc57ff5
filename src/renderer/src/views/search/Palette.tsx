/** Ctrl+K: one box over figures, sources, documents, passages, notes, findings and commands. `>` asks for commands only. */
import './palette.css';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { SearchHit } from '../../../../contract/records';
import { enabled, registry } from '../../app/commands';
import { useModal } from '../../app/dialogs/dialogs';
import { open } from '../../app/state/navigation';
import { closeOverlay } from '../../app/state/overlays';
import { getPref, setPref } from '../../app/prefs';
import { call } from '../../app/calls/client';
import { start } from '../../app/calls/run';
import { useStore } from '../../app/state/store';
import { useQuery } from '../../app/calls/use-query';
import { Icon, type IconName } from '../../kit/Icon';
import { Kbd } from '../../kit/Kbd';
import { commandRows, cutAt, folded, type Row, rowsOf } from './hits';

const LIMIT = 60;
const RECENT_KEPT = 8;

export function Palette() {
  const dialog = useModal();
  const list = useId();
  const { typed, search, rows, settled, current, setAt, choose, enter } = usePalette();
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (by !== undefined) setAt(step(current, by, rows.length));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) enter();
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Search"
      onCancel={(event) => {
        event.preventDefault();
        closeOverlay();
      }}
      onClick={(event) => event.target === event.currentTarget && closeOverlay()}
    >
      <div className="palette-field">
        <Icon name="search" />
        <input
          data-initial-focus=""
          role="combobox"
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={rows[current] ? `${list}-${current}` : undefined}
          aria-label="Search figures, sources, documents, notes, findings and commands"
          placeholder="Search figures, sources, notes… or > for commands"
          spellCheck={false}
          value={typed}
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd chord="Escape" />
      </div>
      {typed.trim() === '' && <Recent onPick={search} />}
      <Results list={list} rows={rows} current={current} onChoose={choose} onHover={setAt} />
      {rows.length === 0 && settled && (
        <p className="palette-none muted">
          {typed.startsWith('>')
            ? `No command is called “${typed.slice(1).trim()}”.`
            : `Nothing found for “${typed.trim()}”.`}
        </p>
      )}
    </dialog>
  );
}

/** What is typed, the rows for it, the one in focus, and where it leads. */
function usePalette() {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  // Enter came before the hits of the words typed: it is obeyed once they are there, never with those of earlier words.
  const entered = useRef(false);
  const found = useRows(typed);
  const rows = folded(found.rows, opened);
  const current = Math.min(at, rows.length - 1);
  const search = (words: string) => {
    setTyped(words);
    setAt(0);
    setOpened(new Set());
    entered.current = false;
  };
  const choose = (row: Row | undefined) => {
    if (!row) return;
    if ('expand' in row.leads) {
      setOpened(new Set([...opened, row.leads.expand]));
      return;
    }
    follow(row, typed);
  };
  const { settled } = found;
  const enter = () => {
    entered.current = !settled;
    if (settled) choose(rows[current]);
  };
  const inFocus = rows[current];
  useEffect(() => {
    if (!settled || !entered.current) return;
    entered.current = false;
    if (inFocus) follow(inFocus, typed);
  }, [settled, inFocus, typed]);
  return { typed, search, rows, settled, current, setAt, choose, enter };
}

/** Closes the palette and goes where the row leads; the words that found it are offered again. */
function follow({ leads }: Row, typed: string): void {
  if ('expand' in leads) return;
  remember(typed);
  closeOverlay();
  if ('place' in leads) open(leads.place);
  else start(Promise.resolve(leads.command.run()));
}

interface ResultsProps {
  /** Id of the list. */
  readonly list: string;
  readonly rows: readonly Row[];
  /** Index of the row in focus; it is kept in sight. */
  readonly current: number;
  readonly onChoose: (row: Row) => void;
  readonly onHover: (index: number) => void;
}

function Results({ list, rows, current, onChoose, onHover }: ResultsProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.querySelector(`[data-index="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div ref={element} className="palette-list" id={list} role="listbox" aria-label="Results">
      {rows.map((row, index) => (
        <RowView
          key={row.key}
          row={row}
          id={`${list}-${index}`}
          index={index}
          on={index === current}
          isFirst={row.group !== rows[index - 1]?.group}
          onChoose={() => onChoose(row)}
          onHover={() => onHover(index)}
        />
      ))}
    </div>
  );
}

interface Found {
  readonly rows: readonly Row[];
  /** False while the hits shown are those of words typed before. */
  readonly settled: boolean;
}

/**
 * Rows for what is typed. While new hits are awaited the old ones stay, so that the list does not blink at each key;
 * commands are matched at once.
 */
function useRows(typed: string): Found {
  const commands = useStore(registry).filter(enabled);
  const words = typed.trim();
  const asked = useDeferredValue(words);
  const [hits, setHits] = useState<readonly SearchHit[]>([]);
  const { data, error } = useQuery('search.query', asksNotebook(asked) ? { text: asked, limit: LIMIT } : null);
  const awaited = asksNotebook(asked) && data === undefined && error === null ? asked : null;
  // Words that are typed over, or a box that is closed, need no answer.
  useEffect(() => (awaited === null ? undefined : () => start(call('work.stop', { what: 'search.query' }))), [awaited]);
  if (data && data !== hits) setHits(data);
  if (!asksNotebook(words)) return { rows: commandRows(commands, words.replace(/^>/, '')), settled: true };
  const settled = asked === words && (data !== undefined || error !== null);
  return { rows: [...rowsOf(hits), ...commandRows(commands, words)], settled };
}

/** Nothing, or `>` and words, asks for commands alone. */
const asksNotebook = (words: string): boolean => words !== '' && !words.startsWith('>');

interface RowProps {
  readonly row: Row;
  readonly id: string;
  readonly index: number;
  readonly on: boolean;
  readonly isFirst: boolean;
  readonly onChoose: () => void;
  readonly onHover: () => void;
}

const ICONS: Readonly<Record<string, IconName>> = {
  Figures: 'figures',
  Sources: 'sources',
  Documents: 'document',
  Passages: 'reader',
  Notes: 'note',
  Annotations: 'highlight',
  Findings: 'flag',
  Thesis: 'structure',
  Reports: 'report',
  Commands: 'command',
};

function RowView({ row, id, index, on, isFirst, onChoose, onHover }: RowProps) {
  const chord = 'command' in row.leads ? row.leads.command.keys?.[0] : undefined;
  return (
    <>
      {isFirst && (
        <div className="palette-group" role="presentation">
          {row.group}
        </div>
      )}
      {/* Keys are the field's: the list is moved through without leaving it. */}
      <div
        id={id}
        className="palette-row"
        role="option"
        aria-selected={on}
        data-index={index}
        data-hit={row.group}
        onClick={onChoose}
        onPointerMove={onHover}
      >
        <Icon name={ICONS[row.group] ?? 'search'} size={16} />
        <span className="palette-title truncate">
          <Marked text={row.title} matches={row.inTitle} />
        </span>
        {row.snippet && row.snippet !== row.title && (
          <span className="palette-snippet truncate">
            <Marked text={row.snippet} matches={row.matches} />
          </span>
        )}
        <span className="grow" />
        {chord && <Kbd chord={chord} />}
      </div>
    </>
  );
}

function Marked({ text, matches }: { readonly text: string; readonly matches: Row['matches'] }) {
  return cutAt(text, matches).map((part) => (part.on ? <mark key={part.at}>{part.words}</mark> : part.words));
}

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((word) => typeof word === 'string');

function Recent({ onPick }: { readonly onPick: (typed: string) => void }) {
  const recent = getPref('search.recent', [], isWords);
  if (recent.length === 0) return null;
  return (
    <div className="palette-recent">
      <span className="dim">Recent</span>
      {recent.map((words) => (
        <button key={words} type="button" className="chip" onClick={() => onPick(words)}>
          {words}
        </button>
      ))}
    </div>
  );
}

function remember(typed: string): void {
  const words = typed.trim();
  if (words === '' || words.startsWith('>')) return;
  const recent = getPref('search.recent', [], isWords).filter((one) => one !== words);
  setPref('search.recent', [words, ...recent].slice(0, RECENT_KEPT));
}

function step(at: number, by: number, count: number): number {
  if (count === 0) return 0;
  return Math.abs(by) === 1 ? (at + by + count) % count : Math.max(0, Math.min(count - 1, at + by));
}
