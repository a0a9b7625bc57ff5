/** The line at the top: which notebook, as of when, whether it is saved; the search box; the score; import and export. */
import { SCORE_COUNTS } from '../../../core/audit/model/model';
import { Button, IconButton } from '../kit/Button';
import { Chip } from '../kit/Chip';
import { scorePercent } from '../app/format';
import { Icon } from '../kit/Icon';
import { Kbd } from '../kit/Kbd';
import { dispatch } from '../app/commands';
import { drafts, draftsText } from '../app/drafts';
import { connection } from '../app/connection';
import { openView } from '../app/state/navigation';
import { overlay } from '../app/state/overlays';
import { ask, start } from '../app/calls/run';
import { type SaveState, saveState } from '../app/state/save-state';
import { useStore } from '../app/state/store';
import { redo, undo } from '../app/calls/undo';
import { useQuery } from '../app/calls/use-query';

export function TitleBar() {
  const { data: info } = useQuery('notebook.info', {});
  return (
    <header className="title-bar" aria-label="Notebook">
      <b className="truncate" title={info?.path}>
        {info?.name ?? ''}
      </b>
      {info?.asOf && <Chip>as of {info.asOf}</Chip>}
      {info && (info.readOnly ? <Chip>Read only</Chip> : <SaveChip />)}
      <span className="title-history">
        <IconButton
          icon="undo"
          label={info?.undo ? `Undo ${info.undo} (Ctrl+Z)` : 'Nothing to undo'}
          disabled={!info?.undo}
          onClick={() => start(undo())}
        />
        <IconButton
          icon="redo"
          label={info?.redo ? `Redo ${info.redo} (Ctrl+Y)` : 'Nothing to redo'}
          disabled={!info?.redo}
          onClick={() => start(redo())}
        />
      </span>
      <button
        type="button"
        className="find-box"
        aria-keyshortcuts="Control+K"
        onClick={() => overlay.set({ kind: 'palette' })}
      >
        <Icon name="search" size={15} />
        <span className="truncate">Search figures, sources, notes…</span>
        <Kbd chord="Ctrl+K" />
      </button>
      <button
        type="button"
        className="score"
        title={`Figures that tie out, of those that need a source. ${SCORE_COUNTS} Opens Audit.`}
        onClick={() => openView('audit')}
      >
        Tie-out <b>{scorePercent(info?.score ?? null)}</b>
      </button>
      <Button disabled={!info} onClick={() => dispatch('import.file')}>
        Import…
      </Button>
      <Button look="primary" disabled={!info} onClick={() => dispatch('export.pdf')}>
        Export PDF
      </Button>
    </header>
  );
}

function SaveChip() {
  const saved = saveText(useStore(saveState));
  const now = useStore(connection);
  const held = draftsText(useStore(drafts));
  const astray = now.state === 'astray' || (now.state === 'lost' && now.code === 'E_MOVED');
  const text = astray ? 'Not saved: the file was moved. Save as…' : saved;
  const chip = <Chip tone={text === SAVED || text === SAVING ? 'plain' : 'bad'}>{text}</Chip>;
  if (astray) {
    return (
      <button type="button" className="link" onClick={() => start(ask('notebook.saveAs', {}))} title="Save as…">
        <span role="status">{chip}</span>
      </button>
    );
  }
  if (held && text !== SAVING) {
    return (
      <button
        type="button"
        className="link"
        onClick={() => overlay.set({ kind: 'drafts' })}
        aria-label={held.text}
        title="Show unsaved text"
      >
        <span role="status">
          <Chip tone={held.bad ? 'bad' : 'warn'}>{held.text}</Chip>
        </span>
      </button>
    );
  }
  return <span role="status">{chip}</span>;
}
const SAVED = 'All changes saved';
const SAVING = 'Saving…';

/** What is true of the person's edits: nothing says "saved" before the notebook has acknowledged all of them. */
export function saveText(state: SaveState): string {
  if (state.pending > 0) return SAVING;
  return state.failed ? 'Last change not saved' : SAVED;
}
