/** Resolves a finding of many figures at once: one source is cited for all of them, or one class is set for all. */
import { useState } from 'react';
import type { FigureRecord, FindingRecord } from '../../../../contract/records';
import { PROVENANCE_LABEL, PROVENANCES } from '../../../../core/figure/provenance';
import { start } from '../../app/calls/run';
import { Button } from '../../kit/Button';
import { CiteDialog } from '../shared/CiteDialog';
import { classAll } from '../shared/figure-actions';

/** Rules whose figures lack one and the same thing. */
const UNSOURCED = new Set(['SRC01', 'SRC02', 'CLS02']);
const UNCLASSED = new Set(['SRC01', 'CLS02']);

interface Props {
  readonly finding: FindingRecord;
  readonly figures: readonly FigureRecord[];
}

export function AnswerAll({ finding, figures }: Props) {
  const [citing, setCiting] = useState(false);
  if (finding.status !== 'open' || figures.length < 2 || !UNSOURCED.has(finding.rule)) return null;
  return (
    <div className="finding-together">
      <Button look="primary" onClick={() => setCiting(true)}>
        Cite one source for all {figures.length}…
      </Button>
      {UNCLASSED.has(finding.rule) && (
        <select
          className="input"
          aria-label={`Class all ${figures.length} figures`}
          value=""
          onChange={(event) => {
            const chosen = PROVENANCES.find((one) => one === event.target.value);
            if (chosen) start(classAll(figures, chosen));
          }}
        >
          <option value="">Class all {figures.length} as…</option>
          {PROVENANCES.filter((one) => one !== 'unclassified').map((one) => (
            <option key={one} value={one}>
              {PROVENANCE_LABEL[one]}
            </option>
          ))}
        </select>
      )}
      {citing && <CiteDialog figures={figures} onClose={() => setCiting(false)} />}
    </div>
  );
}
