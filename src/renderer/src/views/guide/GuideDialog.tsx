/** The user's guide, offline: its pages one at a time, with a way back to the first. */
import { useState } from 'react';
import { Dialog } from '../../app/dialogs/dialogs';
import { closeOverlay } from '../../app/state/overlays';
import { Button } from '../../kit/Button';
import { Markdown } from './Markdown';
import { FIRST_PAGE, PAGES } from './pages';
import './guide.css';

/** A page starts at its top, wherever the one before was left. */
const showTop = (element: HTMLElement | null): void => element?.scrollIntoView();

export default function GuideDialog() {
  const [page, setPage] = useState(FIRST_PAGE);
  return (
    <Dialog
      title="User’s guide"
      width={820}
      className="guide"
      onClose={closeOverlay}
      footer={
        <>
          {page !== FIRST_PAGE && <Button onClick={() => setPage(FIRST_PAGE)}>All pages</Button>}
          <span className="grow" />
          <Button look="primary" onClick={closeOverlay}>
            Close
          </Button>
        </>
      }
    >
      <div key={page} ref={showTop} data-page={page} data-selectable="">
        <Markdown text={PAGES.get(page) ?? ''} page={page} onOpen={(next) => PAGES.has(next) && setPage(next)} />
      </div>
    </Dialog>
  );
}
