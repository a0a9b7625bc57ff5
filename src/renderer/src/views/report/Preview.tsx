/** The real PDF beside the text, printed anew after a change. Pages keep their place while a new print is made. */
import { useEffect, useRef, useState } from 'react';
import type { ExportOptions } from '../../../../contract/app';
import type { TieoutError } from '../../../../contract/errors';
import { asTieoutError, call } from '../../app/client';
import { exportTo } from '../../app/exports';
import { isString, usePref } from '../../app/prefs';
import { start } from '../../app/run';
import { useQuery } from '../../app/use-query';
import { Button } from '../../kit/Button';
import { EmptyState, Loading } from '../../kit/States';
import { Bar } from '../shared/ViewRoot';
import { drawPage, openPdf, pageRatios, type Pdf } from '../../kit/pdf';

/** Saves follow one another while somebody types: a print is worth starting once they pause for a breath. */
const PAUSE_MS = 150;
const LOOK_MS = 400;
const A4_RATIO = 210 / 297;
const STAGES: Readonly<Record<string, string>> = {
  gathering: 'Gathering',
  fitting: 'Fitting tables',
  setting: 'Setting pages',
  writing: 'Writing',
  'reading back': 'Reading back',
};
const isPaper = (value: unknown): value is 'A4' | 'Letter' => isString(value) && (value === 'A4' || value === 'Letter');
const isOnOff = (value: unknown): value is 'on' | 'off' => value === 'on' || value === 'off';

interface Print {
  readonly pdf: Pdf;
  readonly ratios: readonly number[];
  readonly warnings: readonly string[];
}

/** Prints `options` again whenever the notebook's revision moves and then rests for a moment. */
function usePrint(options: ExportOptions, revision: number | undefined) {
  const [print, setPrint] = useState<Print | null>(null);
  const [error, setError] = useState<TieoutError | null>(null);
  const key = JSON.stringify(options);
  const asked = `${revision} ${key}`;
  const [answered, setAnswered] = useState('');
  const first = useRef(true);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (revision === undefined) return undefined;
    let wanted = true;
    const make = async () => {
      try {
        const { pdf: bytes, warnings } = await call('export.preview', latest.current);
        const pdf = await openPdf(bytes);
        const ratios = await pageRatios(pdf);
        if (!wanted) return pdf.close();
        setPrint({ pdf, ratios, warnings });
        setError(null);
      } catch (reason) {
        const problem = asTieoutError(reason);
        // What was stopped leaves the last pages where they are.
        if (wanted && problem.code !== 'E_CANCELLED') setError(problem);
      }
      if (wanted) setAnswered(asked);
    };
    const timer = setTimeout(() => start(make()), first.current ? 0 : PAUSE_MS);
    first.current = false;
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [revision, asked]);
  // Pages of the print before are gone once the new ones are drawn in their place.
  useEffect(() => () => print?.pdf.close(), [print]);
  return { print, error, busy: answered !== asked };
}

/** What the print under way is at, asked for while it lasts. */
function useStage(busy: boolean): string | null {
  const [stage, setStage] = useState<string | null>(null);
  useEffect(() => {
    if (!busy) return undefined;
    const look = setInterval(
      () => start(call('export.progress', { of: 'preview' }).then((now) => setStage(now.stage))),
      LOOK_MS,
    );
    return () => {
      clearInterval(look);
      setStage(null);
    };
  }, [busy]);
  return stage;
}

function Page({
  print,
  number,
  onSeen,
}: {
  readonly print: Print;
  readonly number: number;
  readonly onSeen: (page: number) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let drawn = false;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return;
        if (entry.intersectionRatio > 0.4) onSeen(number);
        if (drawn) return;
        drawn = true;
        start(drawPage(print.pdf, number, element, element.clientWidth));
      },
      { threshold: [0, 0.5], rootMargin: '200px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [print, number, onSeen]);
  return (
    <canvas
      ref={canvas}
      className="preview-page"
      role="img"
      aria-label={`Page ${number} of ${print.ratios.length}`}
      style={{ aspectRatio: print.ratios[number - 1] ?? A4_RATIO }}
    />
  );
}

export function Preview({ report }: { readonly report: string }) {
  const [paper, setPaper] = usePref<'A4' | 'Letter'>('report.paper', 'A4', isPaper);
  const [contents, setContents] = usePref<'on' | 'off'>('report.contents', 'on', isOnOff);
  const [appendix, setAppendix] = usePref<'on' | 'off'>('report.appendix', 'on', isOnOff);
  const { data: info } = useQuery('notebook.info', {});
  const [page, setPage] = useState(1);
  const options: ExportOptions = {
    what: { report },
    format: 'pdf',
    paper,
    contents: contents === 'on',
    appendix: appendix === 'on',
  };
  const { print, error, busy } = usePrint(options, info?.revision);
  const pages = print?.ratios.length ?? 0;
  const stage = useStage(busy);
  return (
    <section className="preview" aria-label="PDF preview">
      <Bar title="PDF preview">
        <select
          className="input"
          aria-label="Paper"
          value={paper}
          onChange={(event) => setPaper(event.target.value === 'Letter' ? 'Letter' : 'A4')}
        >
          <option>A4</option>
          <option>Letter</option>
        </select>
        <label className="preview-option">
          <input
            type="checkbox"
            checked={contents === 'on'}
            onChange={(event) => setContents(event.target.checked ? 'on' : 'off')}
          />{' '}
          Contents
        </label>
        <label className="preview-option">
          <input
            type="checkbox"
            checked={appendix === 'on'}
            onChange={(event) => setAppendix(event.target.checked ? 'on' : 'off')}
          />{' '}
          Sourcing
        </label>
        <span className="grow" />
        <span className="preview-state dim" role="status">
          {busy ? `${STAGES[stage ?? ''] ?? 'Printing'}…` : pages > 0 ? `${Math.min(page, pages)} / ${pages}` : ''}
        </span>
        {stage !== null && <Button onClick={() => start(call('export.cancel', { of: 'preview' }))}>Stop</Button>}
        <Button onClick={() => start(exportTo(options))}>Save…</Button>
      </Bar>
      <div className="preview-pages" data-busy={busy} data-pages={pages}>
        {error && (
          <p className="preview-error" role="alert">
            {error.message}
          </p>
        )}
        {print?.warnings.map((warning) => (
          <p key={warning} className="preview-error" role="status">
            {warning}
          </p>
        ))}
        {!print && !error && <Loading label="Printing the preview" />}
        {!print && error && <EmptyState icon="warning" title="The preview could not be printed" />}
        {print?.ratios.map((_, i) => (
          <Page key={i} print={print} number={i + 1} onSeen={setPage} />
        ))}
      </div>
    </section>
  );
}
