/** The real PDF beside the text, printed anew after a change. Pages keep their place while a new print is made. */
import { useEffect, useRef, useState } from 'react';
import type { ExportOptions } from '../../../../contract/app';
import { isPaper, type Paper, PAPERS, USUAL_PAPER } from '../../../../core/report/exports';
import type { TieoutError } from '../../../../contract/errors';
import { call } from '../../app/calls/client';
import { exportTo } from '../../app/transfer/exports';
import { CITATION_STYLES, styleLabel } from '../../../../core/citation/styles';
import { useCitationStyle, usePref } from '../../app/prefs';
import { start } from '../../app/calls/run';
import { useQuery } from '../../app/calls/use-query';
import { Button, IconButton } from '../../kit/Button';
import { Choice } from '../../kit/Choice';
import { drawPage } from '../../kit/pdf';
import { EmptyState, Loading } from '../../kit/States';
import { Bar } from '../shared/ViewRoot';
import { type Print, usePrint, useStage } from './use-print';

const A4_RATIO = 210 / 297;
const STAGES: Readonly<Record<string, string>> = {
  gathering: 'Gathering',
  citing: 'Setting citations',
  fitting: 'Fitting tables',
  setting: 'Setting pages',
  writing: 'Writing',
  'reading back': 'Reading back',
};
const stageLabel = (stage: string | null): string => STAGES[stage ?? ''] ?? 'Printing';
const stop = (): void => start(call('export.cancel', { of: 'preview' }));
type OnOff = 'on' | 'off';
const isOnOff = (value: unknown): value is OnOff => value === 'on' || value === 'off';

export function Preview({ report }: { readonly report: string }) {
  const [paper, setPaper] = usePref<Paper>('report.paper', USUAL_PAPER, isPaper);
  const [contents, setContents] = usePref<OnOff>('report.contents', 'on', isOnOff);
  const [appendix, setAppendix] = usePref<OnOff>('report.appendix', 'on', isOnOff);
  const [style, setStyle] = useCitationStyle();
  const { data: info } = useQuery('notebook.info', {});
  const [page, setPage] = useState(1);
  const options: ExportOptions = {
    what: { report },
    format: 'pdf',
    paper,
    contents: contents === 'on',
    appendix: appendix === 'on',
    style,
  };
  const { print, error, busy } = usePrint(options, info?.revision);
  const pages = print?.ratios.length ?? 0;
  const stage = useStage(busy);
  return (
    <section className="preview" aria-label="PDF preview">
      <Bar title="Preview">
        <Choice label="Paper" values={PAPERS} value={paper} onChange={setPaper} />
        <Choice
          label="Style of citations"
          values={CITATION_STYLES}
          value={style}
          onChange={setStyle}
          labelOf={styleLabel}
        />
        <Switch label="Contents" value={contents} onChange={setContents} />
        <Switch label="Sourcing" value={appendix} onChange={setAppendix} />
        <span className="grow" />
        <span className="preview-state dim" role="status">
          {busy && print ? 'Updating…' : pages > 0 ? `${Math.min(page, pages)} / ${pages}` : ''}
        </span>
        {stage !== null && print && <IconButton icon="close" label={`Stop: ${stageLabel(stage)}`} onClick={stop} />}
        <Button onClick={() => start(exportTo(options))}>Save…</Button>
      </Bar>
      <div className="preview-pages" data-busy={busy} data-pages={pages}>
        <Notices error={error} warnings={print?.warnings ?? []} />
        {!print && !error && <Waiting busy={busy} stage={stage} />}
        {!print && error && <EmptyState icon="warning" title="The preview could not be printed" />}
        {print?.ratios.map((_, i) => (
          <Page key={i} print={print} number={i + 1} onSeen={setPage} />
        ))}
      </div>
    </section>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly value: OnOff;
  readonly onChange: (value: OnOff) => void;
}

function Switch({ label, value, onChange }: SwitchProps) {
  return (
    <label className="preview-option">
      <input
        type="checkbox"
        checked={value === 'on'}
        onChange={(event) => onChange(event.target.checked ? 'on' : 'off')}
      />{' '}
      {label}
    </label>
  );
}

interface NoticesProps {
  readonly error: TieoutError | null;
  readonly warnings: readonly string[];
}

function Notices({ error, warnings }: NoticesProps) {
  return (
    <>
      {error && (
        <p className="preview-error" role="alert">
          {error.message}
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className="preview-error" role="status">
          {warning}
        </p>
      ))}
    </>
  );
}

/** An empty page until the first print is there. */
function Waiting({ busy, stage }: { readonly busy: boolean; readonly stage: string | null }) {
  return (
    <div className="preview-page preview-waiting" style={{ aspectRatio: A4_RATIO }}>
      <Loading label="Printing the preview" />
      <p className="dim">{busy ? `${stageLabel(stage)}…` : 'Stopped. It is printed again at the next change.'}</p>
      {stage !== null && <Button onClick={stop}>Stop</Button>}
    </div>
  );
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
