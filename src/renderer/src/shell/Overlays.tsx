/** Draws what lies over the window: the palette, a dialog, or a plan of an import that waits to be looked over. */
import { lazy, Suspense } from 'react';
import { ImportPlanDialog } from '../views/library/import/ImportPlanDialog';
import { PasteDialog } from '../views/library/import/PasteDialog';
import { SeriesDialog } from '../views/shared/series/SeriesDialog';
import { Palette } from '../views/search/Palette';
import { AboutDialog } from './dialogs/AboutDialog';
import { DraftsDialog } from './dialogs/DraftsDialog';
import { BatchDialog } from '../views/library/import/BatchDialog';
import { BackupsDialog } from './dialogs/BackupsDialog';
import { batchShown } from '../app/transfer/batch';
import { ExportDialog } from './dialogs/ExportDialog';
import { HelpSheet } from './dialogs/HelpSheet';
import { answerLocked, type LockedFile, locked, plans } from '../app/transfer/imports';
import { LicencesDialog } from './dialogs/LicencesDialog';
import { LogDialog } from './dialogs/LogDialog';
import { type Overlay, overlay } from '../app/state/overlays';
import { PasswordDialog } from '../app/dialogs/PasswordDialog';
import { start } from '../app/calls/run';
import { useStore } from '../app/state/store';

/** With its pages and pictures it is large, and most people open it once. */
const GuideDialog = lazy(() => import('../views/guide/GuideDialog'));

export function Overlays() {
  const shown = useStore(overlay);
  const [plan] = useStore(plans);
  const [file] = useStore(locked);
  const showsBatch = useStore(batchShown);
  if (shown) return draw(shown);
  if (file) return <Locked key={file.token} file={file} />;
  if (plan !== undefined) return <ImportPlanDialog key={plan} id={plan} />;
  return showsBatch ? <BatchDialog /> : null;
}

function Locked({ file }: { readonly file: LockedFile }) {
  return (
    <PasswordDialog
      name={file.name}
      message={file.message}
      confirm="Import"
      onPassword={(password) => start(answerLocked(file.token, password))}
      onClose={() => start(answerLocked(file.token, null))}
    />
  );
}

function draw(shown: Overlay) {
  switch (shown.kind) {
    case 'palette':
      return <Palette />;
    case 'series':
      return <SeriesDialog key={shown.figure} id={shown.figure} />;
    case 'help':
      return <HelpSheet />;
    case 'about':
      return <AboutDialog />;
    case 'licences':
      return <LicencesDialog />;
    case 'drafts':
      return <DraftsDialog />;
    case 'guide':
      return (
        <Suspense>
          <GuideDialog />
        </Suspense>
      );
    case 'log':
      return <LogDialog />;
    case 'backups':
      return <BackupsDialog />;
    case 'export':
      return <ExportDialog what={shown.what} sourcesOnly={shown.sourcesOnly ?? false} />;
    case 'paste':
      return <PasteDialog text={shown.text} html={shown.html} as={shown.as} />;
  }
}
