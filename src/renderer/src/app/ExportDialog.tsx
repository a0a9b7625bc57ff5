/** Export as …: what, in which format, and for pages the paper and what comes with the text. */
import { type ReactNode, useState } from 'react';
import type { ExportOptions } from '../../../contract/app';
import { Button } from '../parts/Button';
import { Dialog } from './dialogs';
import { exportTo } from './exports';
import { closeOverlay } from './overlays';
import { start } from './run';

type Format = ExportOptions['format'];
const FORMATS: readonly { readonly format: Format; readonly label: string; readonly of: 'text' | 'notebook' }[] = [
  { format: 'pdf', label: 'PDF', of: 'text' },
  { format: 'md', label: 'Markdown', of: 'text' },
  { format: 'html', label: 'Web page (HTML)', of: 'text' },
  { format: 'csv', label: 'Figures as CSV', of: 'notebook' },
  { format: 'xlsx', label: 'Figures, sources and findings as Excel workbook', of: 'notebook' },
  { format: 'json', label: 'Everything as JSON', of: 'notebook' },
  { format: 'bib', label: 'Bibliography as BibTeX', of: 'notebook' },
  { format: 'ris', label: 'Bibliography as RIS', of: 'notebook' },
  { format: 'csljson', label: 'Bibliography as CSL-JSON', of: 'notebook' },
];

export function ExportDialog({ what }: { readonly what: ExportOptions['what'] }) {
  const offered = FORMATS.filter((one) => one.of === 'notebook' || !('notebook' in what));
  const [format, setFormat] = useState<Format>(offered[0]?.format ?? 'json');
  const [paper, setPaper] = useState<'A4' | 'Letter'>('A4');
  const [contents, setContents] = useState(true);
  const [appendix, setAppendix] = useState(true);
  const isText = offered.find((one) => one.format === format)?.of === 'text';
  const save = () => {
    closeOverlay();
    start(exportTo({ what: isText ? what : { notebook: true }, format, paper, contents, appendix }));
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
        <label key={one.format} className="option-line">
          <input type="radio" name="format" checked={format === one.format} onChange={() => setFormat(one.format)} />
          {one.label}
        </label>
      ))}
      <fieldset className="export-options" disabled={format !== 'pdf'}>
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
    </Dialog>
  );
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
