/** Which version this is and on what it runs. */
import { appInfo } from '../../app/app-info';
import { Dialog } from '../../app/dialogs/dialogs';
import { closeOverlay } from '../../app/state/overlays';
import { useStore } from '../../app/state/store';

export function AboutDialog() {
  const info = useStore(appInfo);
  return (
    <Dialog title="About Tieout" width={380} onClose={closeOverlay}>
      <p>Every figure ties out to its source.</p>
      {info && (
        <p className="muted" data-selectable="">
          Version {info.version} · Electron {info.electron}
        </p>
      )}
      <p className="muted">Works offline. Nothing leaves this machine.</p>
    </Dialog>
  );
}
