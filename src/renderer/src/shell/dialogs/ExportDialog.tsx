/** Export as …: what, in which format, and for pages the paper and what comes with the text. */
import { type ReactNode, useState } from 'react';
import type { ExportOptions } from '../../../../contract/app';
import { Button } from '../../kit/Button';
import { Dialog } from '../../app/dialogs/dialogs';
import { exportTo } from '../../app/transfer/exports';
import { closeOverlay } from '../../app/state/overlays';
import { start } from '../../app/calls/run';

/** What a format is an export of: the text shown, the notebook's figures, its sources, its audit. */
type Subject = 'text' | 'notebook' | 'sources' | 'audit';
type Format = ExportOptions['format'];
const FORMATS: readonly {
  readonly format: Format;
  readonly label: string;
  readonly of: Subject;
}[] = [
  { format: 'pdf', label: 'PDF', of: 'text' },
  { format: 'docx', label: 'Word document', of: 'text' },
  { format: 'md', label: 'Markdown', of: 'text' },
  { format: 'html', label: 'Web page (HTML)', of: 'text' },
  { format: 'csv', label: 'Figures as CSV', of: 'notebook' },
  { format: 'xlsx', label: 'Figures, sources and findings as Excel workbook', of: 'notebook' },
  { format: 'json', label: 'Everything as JSON', of: 'notebook' },
  { format: 'bib', label: 'Bibliography as BibTeX', of: 'sources' },
  { format: 'ris', label: 'Bibliography as RIS', of: 'sources' },
  { format: 'csljson', label: 'Bibliography as CSL-JSON', of: 'sources' },
  { format: 'xml', label: 'Bibliography as EndNote XML', of: 'sources' },
  { format: 'pdf', label: 'Audit pack as PDF: every figure and finding', of: 'audit' },
  { format: 'xlsx', label: 'Audit pack as Excel workbook', of: 'audit' },
];

interface Props {
  readonly what: ExportOptions['what'];
  /** Only the formats of sources, as asked for among them. */
  readonly sourcesOnly: boolean;
}

export function ExportDialog({ what, sourcesOnly }: Props) {
  const offered = FORMATS.filter(({ of }) => (sourcesOnly ? of === 'sources' : of !== 'text' || !('notebook' in what)));
  const [chosen, setChosen] = useState(offered[0]);
  const [paper, setPaper] = useState<'A4' | 'Letter'>('A4');
  const [contents, setContents] = useState(true);
  const [appendix, setAppendix] = useState(true);
  const save = () => {
    if (chosen === undefined) return;
    closeOverlay();
    start(exportTo({ what: whatFor(chosen.of, what), format: chosen.format, paper, contents, appendix }));
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
        <fieldset className="export-options" disabled={chosen?.format !== 'pdf' && chosen?.format !== 'docx'}>
          <legend>Pages</legend>
          <label className="option-line">
            Paper
            <select
              className="input"
              value={paper}
              onChange={(event) => setPaper(event.target.value === 'Letter' ? 'Letter' : 'A4')}
            >
              <option>A4</option>
              <option>Letter</option>
            </select>
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

function whatFor(of: Subject, shown: ExportOptions['what']): ExportOptions['what'] {
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
