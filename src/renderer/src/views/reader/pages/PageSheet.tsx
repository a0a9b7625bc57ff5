/** One printed page, drawn to fit its pane, with a box about each figure; a click on a box selects the figure. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { boxesOf } from '../../../../../core/document/anchors/pages';
import type { DocumentPage, FigureRecord } from '../../../../../contract/records';
import { metricName } from '../../../../../core/figure/display/names';
import { asTieoutError } from '../../../app/calls/client';
import { start } from '../../../app/calls/run';
import { useQuery } from '../../../app/calls/use-query';
import { drawPage, type Pdf } from '../../../kit/pdf';
import type { Reader } from '../state/use-reader';

interface Props {
  readonly pdf: Pdf;
  readonly page: DocumentPage;
  readonly reader: Reader;
  /** In CSS pixels. */
  readonly width: number;
}

/** While the pane is dragged wider the picture is stretched, and drawn anew when it rests. */
const REST_MS = 120;

export function PageSheet({ pdf, page, reader, width }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState<number | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const first = useRef(true);
  useEffect(() => {
    const draw = async () => {
      const element = canvas.current;
      if (!element) return;
      try {
        await drawPage(pdf, page.number, element, width);
        setDrawn(width);
        setFailed(null);
      } catch (reason) {
        setFailed(asTieoutError(reason).message);
      }
    };
    const timer = setTimeout(() => start(draw()), first.current ? 0 : REST_MS);
    first.current = false;
    return () => clearTimeout(timer);
  }, [pdf, page.number, width]);
  return (
    <div
      className="page-sheet"
      data-page={page.number}
      data-drawn={drawn ?? undefined}
      style={{ width, height: (width * page.height) / page.width }}
    >
      <canvas ref={canvas} role="img" aria-label={`Page ${page.number} as printed`} />
      {drawn === null && !failed && <div className="page-drawing" role="status" aria-label="Drawing the page" />}
      {failed && (
        <p className="page-failed" role="alert">
          This page cannot be drawn. Read its text beside it. {failed}
        </p>
      )}
      <FigureBoxes page={page} reader={reader} drawn={drawn !== null} />
    </div>
  );
}

function FigureBoxes({
  page,
  reader,
  drawn,
}: {
  readonly page: DocumentPage;
  readonly reader: Reader;
  readonly drawn: boolean;
}) {
  const layer = useRef<HTMLDivElement>(null);
  const { document, figures, selected } = reader;
  const { data } = useQuery('document.page', { id: document.summary.id, number: page.number });
  const boxed = useMemo(
    () =>
      figures.flatMap((figure) => {
        const { place } = figure;
        if (!data || !place || place.end <= page.start || place.start >= page.end) return [];
        return boxesOf(data.runs, place, document.text).map((box, index) => ({ figure, box, index }));
      }),
    [figures, data, document.text, page],
  );
  useEffect(() => {
    layer.current?.querySelector('[data-on]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // After another figure was selected, and once its box is there.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [selected, boxed, drawn]);
  const share = (value: number, of: number): string => `${(100 * value) / of}%`;
  return (
    <div ref={layer} className="page-boxes">
      {boxed.map(({ figure, box, index }) => (
        <button
          key={`${figure.id} ${index}`}
          type="button"
          className="page-figure"
          // Figures are walked with J and K; a hundred more stops of the Tab key would be in the way.
          tabIndex={-1}
          aria-label={boxLabel(figure)}
          title={boxLabel(figure)}
          data-class={figure.provenance}
          data-page-figure={figure.id}
          data-on={figure.id === selected ? '' : undefined}
          style={{
            left: share(box.left, page.width),
            top: share(box.top, page.height),
            width: share(box.width, page.width),
            height: share(box.height, page.height),
          }}
          onClick={() => reader.select(figure, true)}
        />
      ))}
    </div>
  );
}

const boxLabel = (figure: FigureRecord): string => [figure.quote, metricName(figure)].filter(Boolean).join(' · ');
