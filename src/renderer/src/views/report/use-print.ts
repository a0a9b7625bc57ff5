/** The report printed to PDF again after each change, and what a print under way is at. */
import { useEffect, useRef, useState } from 'react';
import type { ExportOptions } from '../../../../contract/app';
import type { TieoutError } from '../../../../contract/errors';
import { asTieoutError, call } from '../../app/calls/client';
import { start } from '../../app/calls/run';
import { openPdf, pageRatios, type Pdf } from '../../kit/pdf';

/** Saves follow one another while somebody types: a print starts once they pause. */
const PAUSE_MS = 150;
const LOOK_MS = 400;

export interface Print {
  readonly pdf: Pdf;
  readonly ratios: readonly number[];
  readonly warnings: readonly string[];
}

/** Prints `options` again whenever the notebook's revision moves and then rests for a moment. */
export function usePrint(options: ExportOptions, revision: number | undefined) {
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
export function useStage(busy: boolean): string | null {
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
