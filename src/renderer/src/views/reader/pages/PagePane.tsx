/** The pages beside the text: one at a time, so that a long report takes no more memory than a short one. */
import './pages.css';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { pageName } from '../../../../../core/document/anchors/pages';
import { PasswordDialog } from '../../../app/dialogs/PasswordDialog';
import { Button, IconButton } from '../../../kit/Button';
import { EmptyState, ErrorState, Loading } from '../../../kit/States';
import { Bar } from '../../shared/ViewRoot';
import type { Reader } from '../state/use-reader';
import { PageSheet } from './PageSheet';
import { useOriginal } from './use-original';
import { pageIndexOf, type Pages } from './use-pages';

/** Times the width of the pane. */
const ZOOMS = [1, 1.25, 1.5, 2, 3];
/** Left and right of the page together. */
const MARGIN = 28;

export function PagePane({ reader, pages }: { readonly reader: Reader; readonly pages: Pages }) {
  const stage = useRef<HTMLDivElement>(null);
  const width = useWidth(stage);
  const [zoom, setZoom] = useState(0);
  const page = pages.list[pages.at];
  const factor = ZOOMS[zoom] ?? 1;
  return (
    <section className="pane page-pane" aria-label="Printed pages">
      <Bar>
        <PageTurner key={page?.number ?? 0} pages={pages} />
        <span className="grow" />
        <IconButton icon="minus" label="Smaller" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)} />
        <Button look="quiet" title="Fit the width" aria-pressed={zoom === 0} onClick={() => setZoom(0)}>
          {zoom === 0 ? 'Fit' : `${Math.round(factor * 100)}%`}
        </Button>
        <IconButton icon="plus" label="Larger" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)} />
        <IconButton icon="close" label="Hide the pages (P)" onClick={pages.toggle} />
      </Bar>
      {/* Scrolled by keyboard, so it must take the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={stage} className="page-stage" tabIndex={0} role="region" aria-label="Page">
        <WithOriginal reader={reader}>
          {(pdf) =>
            page && width > 0 ? (
              <PageSheet
                key={page.number}
                pdf={pdf}
                page={page}
                reader={reader}
                width={Math.round(Math.max(120, width - MARGIN) * factor)}
              />
            ) : null
          }
        </WithOriginal>
      </div>
    </section>
  );
}

function PageTurner({ pages }: { readonly pages: Pages }) {
  const { list, at, turn } = pages;
  const page = list[at];
  const [words, setWords] = useState(page ? pageName(page) : '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = pageIndexOf(list, words);
    if (found >= 0) turn(found);
    else setWords(page ? pageName(page) : '');
  };
  return (
    <form className="page-turner" onSubmit={submit}>
      <IconButton icon="left" label="Page before ([)" disabled={at <= 0} onClick={() => turn(at - 1)} />
      <input
        className="input"
        aria-label="Page"
        value={words}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setWords(event.target.value)}
      />
      <span className="dim">of {list.length}</span>
      <IconButton icon="right" label="Next page (])" disabled={at >= list.length - 1} onClick={() => turn(at + 1)} />
    </form>
  );
}

type OpenPdf = Extract<ReturnType<typeof useOriginal>[0], { state: 'open' }>['pdf'];

function WithOriginal({
  reader,
  children,
}: {
  readonly reader: Reader;
  readonly children: (pdf: OpenPdf) => ReactNode;
}) {
  const { id, title, fileName } = reader.document.summary;
  const [original, unlock] = useOriginal(id);
  const [asking, setAsking] = useState(false);
  if (original.state === 'loading') return <Loading lines={10} label="Opening the pages" />;
  if (original.state === 'failed') return <ErrorState error={original.error} />;
  if (original.state === 'open') return children(original.pdf);
  return (
    <EmptyState
      icon="document"
      title="The pages are encrypted"
      actions={<Button onClick={() => setAsking(true)}>Type the password…</Button>}
    >
      {original.wrong
        ? 'The password does not open this PDF. Type it again.'
        : 'The notebook keeps the file as it was imported, and no password. Type it to see the pages.'}
      {asking && (
        <PasswordDialog
          name={fileName ?? title}
          message="Give the password to see the pages as printed."
          confirm="Show"
          onPassword={(password) => {
            setAsking(false);
            unlock(password);
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </EmptyState>
  );
}

function useWidth(stage: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = stage.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return width;
}
