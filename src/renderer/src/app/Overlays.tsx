/** Draws what lies over the window: the palette, a dialog, or a plan of an import that waits to be looked over. */
import { ImportPlanDialog } from '../views/library/ImportPlanDialog';
import { PasteDialog } from '../views/library/PasteDialog';
import { Palette } from '../views/search/Palette';
import { AboutDialog } from './AboutDialog';
import { BackupsDialog } from './BackupsDialog';
import { ExportDialog } from './ExportDialog';
import { HelpSheet } from './HelpSheet';
import { plans } from './imports';
import { type Overlay, overlay } from './overlays';
import { useStore } from './store';

export function Overlays() {
  const shown = useStore(overlay);
  const [plan] = useStore(plans);
  if (shown) return draw(shown);
  return plan === undefined ? null : <ImportPlanDialog key={plan} id={plan} />;
}

function draw(shown: Overlay) {
  switch (shown.kind) {
    case 'palette':
      return <Palette />;
    case 'help':
      return <HelpSheet />;
    case 'about':
      return <AboutDialog />;
    case 'backups':
      return <BackupsDialog />;
    case 'export':
      return <ExportDialog what={shown.what} sourcesOnly={shown.sourcesOnly ?? false} />;
    case 'paste':
      return <PasteDialog text={shown.text} html={shown.html} as={shown.as} />;
  }
}
