/** Another document beside the one that is read: its text with its figures, scrolled along, with what differs marked. */
import './beside.css';
import { type RefObject, useState } from 'react';
import type { DocumentSummary, FigureRecord, ReaderDocument } from '../../../../../contract/records';
import { open } from '../../../app/state/navigation';
import { Button, IconButton } from '../../../kit/Button';
import { plural } from '../../../kit/format';
import { ErrorState, Loading } from '../../../kit/States';
import { Bar } from '../../shared/ViewRoot';
import { HoverCard } from '../text/HoverCard';
import { TextPane, type TextPaneHandle } from '../text/TextPane';
import { useHover } from '../text/use-hover';
import type { BesideReader } from './use-beside';

interface Props {
  readonly pane: RefObject<TextPaneHandle | null>;
  readonly beside: BesideReader;
  readonly documents: readonly DocumentSummary[];
  /** A figure was chosen in it: the inspector shows it. */
  readonly onFigure: (figure: FigureRecord) => void;
}

export function BesidePane({ pane, beside, documents, onFigure }: Props) {
  const { document, error } = beside;
  return (
    <section className="pane beside-pane" aria-label="Document beside">
      <Bar>
        <select
          className="document-select"
          aria-label="Document beside"
          value={document?.summary.id ?? ''}
          onChange={(event) => beside.choose(event.target.value)}
        >
          {documents.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </select>
        <span className="grow" />
        <IconButton
          icon="swap"
          label="Read this one, with the other beside it"
          disabled={!document}
          onClick={beside.swap}
        />
        <IconButton icon="close" label="Close (B)" onClick={beside.toggle} />
      </Bar>
      <Tools beside={beside} />
      {error && <ErrorState error={error} />}
      {!document && !error && <Loading lines={12} />}
      {document && (
        <BesideText key={document.summary.id} pane={pane} document={document} beside={beside} onFigure={onFigure} />
      )}
    </section>
  );
}

function Tools({ beside }: { readonly beside: BesideReader }) {
  const { differences, isLinked, document } = beside;
  const count = differences?.pairs.length ?? 0;
  return (
    <div className="bar beside-tools">
      <Button
        look="quiet"
        icon="link"
        aria-pressed={isLinked}
        title="Scroll both together"
        onClick={() => beside.link(!isLinked)}
      >
        Together
      </Button>
      <Button
        look="quiet"
        aria-pressed={differences !== null}
        title="Mark the words that the other document has not"
        disabled={!document}
        onClick={() => beside.compare(differences === null)}
      >
        Compare
      </Button>
      {differences && (
        <>
          <span className="dim truncate" role="status">
            {countText(beside)}
          </span>
          <span className="grow" />
          <IconButton
            icon="up"
            label="Difference before (Shift+F7)"
            disabled={count === 0}
            onClick={() => beside.step(-1)}
          />
          <IconButton icon="down" label="Next difference (F7)" disabled={count === 0} onClick={() => beside.step(1)} />
        </>
      )}
    </div>
  );
}

function countText({ differences, at }: BesideReader): string {
  if (differences?.apart) return 'Little in common';
  const count = differences?.pairs.length ?? 0;
  return at < 0 ? plural(count, 'difference') : `${at + 1} of ${count}`;
}

function BesideText({
  pane,
  document,
  beside,
  onFigure,
}: Pick<Props, 'pane' | 'beside' | 'onFigure'> & { readonly document: ReaderDocument }) {
  const [selected, setSelected] = useState<string | null>(null);
  const hover = useHover();
  return (
    <TextPane
      ref={pane}
      beside
      document={document}
      landing={beside.landing}
      selected={selected}
      onFigure={(one) => {
        if (!one) return;
        setSelected(one.id);
        onFigure(one);
      }}
      onAnnotation={nothing}
      onCitation={(source) => open({ view: 'sources', source })}
      onSection={nothing}
      onRead={(offset) => beside.follow(offset, 'there')}
      onMoved={hover.close}
      onDrawn={beside.mark}
      hover={hover.handlers}
    >
      <div data-floating="">{hover.hovered && <HoverCard document={document} hovered={hover.hovered} />}</div>
    </TextPane>
  );
}

/** What is annotated there is shown on hover; it is edited where the document is read. */
function nothing(): void {}
