/** The window: title bar, rail, the place one is in, status bar, and what lies over them. */
import { Suspense, useEffect } from 'react';
import { ConfirmHost } from '../app/dialogs/dialogs';
import { connection, followNotebook } from '../app/connection';
import { dispatch, listenForShortcuts, registerCommands } from '../app/commands';
import { openDrafts } from '../app/drafts';
import { DropTarget } from './DropTarget';
import { ErrorBoundary } from './ErrorBoundary';
import { followImports } from '../app/transfer/imports';
import { useVisit } from '../app/state/navigation';
import { PublishGate } from '../app/transfer/PublishGate';
import { LostRecords } from './LostRecords';
import { NotebookFailed } from './NotebookFailed';
import { NotebookLost } from './NotebookLost';
import { Overlays } from './Overlays';
import { Rail } from './Rail';
import { SHELL_COMMANDS } from './shell-commands';
import { StatusBar } from './StatusBar';
import { useStore } from '../app/state/store';
import { useQuery } from '../app/calls/use-query';
import { followTheme } from '../app/theme';
import { TitleBar } from './TitleBar';
import { Toaster } from './Toaster';
import { loadAhead, VIEWS } from './views';

export function Shell() {
  useEffect(followWindow, []);
  const { state } = useStore(connection);
  const path = useQuery('notebook.info', {}).data?.path;
  useEffect(() => {
    if (path !== undefined) openDrafts(path);
  }, [path]);
  return (
    <div className="shell">
      <TitleBar />
      <Rail />
      {state === 'failed' ? <NotebookFailed /> : <CurrentView />}
      <StatusBar />
      <Overlays />
      <DropTarget />
      <NotebookLost />
      <LostRecords />
      <PublishGate />
      <ConfirmHost />
      <Toaster />
    </div>
  );
}

function CurrentView() {
  const { place } = useVisit();
  const View = VIEWS.find((view) => view.id === place.view)?.View;
  return (
    <ErrorBoundary of={place.view}>
      <Suspense fallback={<main className="view" aria-busy="true" />}>{View && <View key={place.view} />}</Suspense>
    </ErrorBoundary>
  );
}

/** Everything that the window listens to while it is open. */
function followWindow(): () => void {
  loadAhead();
  const stops = [
    registerCommands(SHELL_COMMANDS),
    listenForShortcuts(),
    followNotebook(),
    followImports(),
    followTheme(),
    window.tieout.on('command', ({ id }) => dispatch(id)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
