/** Export as …: what, in which format, and for pages the paper and what comes with the text. */
import { type ReactNode, useState } from 'react';
import type { ExportOptions } from '../../../../contract/app';
import {
  EXPORT_SUBJECTS,
  type ExportFormat,
  exportOf,
  type ExportSubject,
  isNoteFormat,
  exportsOf,
  type Paper,
  PAPERS,
  USUAL_PAPER,
} from '../../../../core/report/exports';
import { CITATION_STYLES, styleLabel } from '../../../../core/citation/styles';
import { useCitationStyle } from '../../app/prefs';
import { Button } from '../../kit/Button';
import { Choice } from '../../kit/Choice';
import { Dialog } from '../../app/dialogs/dialogs';
import { exportTo } from '../../app/transfer/exports';
import { closeOverlay } from '../../app/state/overlays';
import { start } from '../../app/calls/run';

interface Offer {
  readonly format: ExportFormat;
  readonly of: ExportSubject;
  readonly label: string;
}
const OFFERS: readonly Offer[] = EXPORT_SUBJECTS.flatMap((of) =>
  exportsOf(of).map((format) => ({ format, of, label: exportOf(format).offers[of] ?? '' })),
);

interface Props {
  readonly what: ExportOptions['what'];
  /** Only the formats of sources, as asked for among them. */
  readonly sourcesOnly: boolean;
}

export function ExportDialog({ what, sourcesOnly }: Props) {
  const offered = OFFERS.filter(({ of }) => (sourcesOnly ? of === 'sources' : of !== 'text' || !('notebook' in what)));
  const [chosen, setChosen] = useState(offered[0]);
  const [paper, setPaper] = useState<Paper>(USUAL_PAPER);
  const [contents, setContents] = useState(true);
  const [appendix, setAppendix] = useState(true);
  const [style, setStyle] = useCitationStyle();
  const save = () => {
    if (chosen === undefined) return;
    closeOverlay();
    start(exportTo({ what: whatFor(chosen.of, what), format: chosen.format, paper, contents, appendix, style }));
  };
  return (
    <Dialog
      title="Export as"
      width={440}
      onClose={closeOverlay}
      footer={
        <>
          <Button onClick={closeOverlay}>Cancel</Button>
          <Button look="primary" onClick={save}>
            Export…
          </Button>
        </>
      }
    >
      {offered.map((one) => (
        <label key={one.label} className="option-line">
          <input type="radio" name="format" checked={chosen === one} onChange={() => setChosen(one)} />
          {one.label}
        </label>
      ))}
      {!sourcesOnly && (
        <fieldset className="export-options" disabled={chosen === undefined || !isNoteFormat(chosen.format)}>
          <legend>Citations</legend>
          <label className="option-line">
            Style
            <Choice values={CITATION_STYLES} value={style} onChange={setStyle} labelOf={styleLabel} />
          </label>
        </fieldset>
      )}
      {!sourcesOnly && (
        <fieldset className="export-options" disabled={chosen === undefined || exportOf(chosen.format).pages !== true}>
          <legend>Pages</legend>
          <label className="option-line">
            Paper
            <Choice values={PAPERS} value={paper} onChange={setPaper} />
          </label>
          <Check on={contents} onChange={setContents}>
            Table of contents
          </Check>
          <Check on={appendix} onChange={setAppendix}>
            Appendix with sourcing, findings and bibliography
          </Check>
        </fieldset>
      )}
    </Dialog>
  );
}

function whatFor(of: ExportSubject, shown: ExportOptions['what']): ExportOptions['what'] {
  if (of === 'audit') return { audit: true };
  return of === 'text' ? shown : { notebook: true };
}

function Check({
  on,
  onChange,
  children,
}: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="option-line">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {children}
    </label>
  );
}
