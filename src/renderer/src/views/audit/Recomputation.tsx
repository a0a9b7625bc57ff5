/** The recomputation of a finding: its expression with the operands as links, what was claimed and what comes out. */
import type { FigureRecord, FindingRecord } from '../../../../contract/records';
import { openFigure } from '../shared/figure-actions';
import { figureName } from '../../../../core/figure/display/names';
import { expressionParts, shortDecimal } from '../../../../core/audit/model/expression';

const VERDICT_LABEL: Readonly<Record<NonNullable<FindingRecord['verdict']>, string>> = {
  tied: 'Ties',
  tied_within_rounding: 'Ties within rounding',
  conflict: 'Does not tie',
  not_computable: 'Cannot be computed',
};

export function Recomputation({
  finding,
  figures,
}: {
  readonly finding: FindingRecord;
  readonly figures: readonly FigureRecord[];
}) {
  if (finding.computed === null && finding.expression === null && finding.claimed === null) return null;
  const operands = figures.slice(1);
  return (
    <div className="recomputation">
      {finding.expression !== null && (
        <p className="expression">
          {expressionParts(finding.expression, operands).map((part, index) =>
            part.figure === null ? (
              // The parts of one expression never change places.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={index}>{part.text}</span>
            ) : (
              <Operand key={part.figure.id} figure={part.figure} text={part.text} />
            ),
          )}
          {finding.computed !== null && (
            <>
              <span> = </span>
              <b>{finding.computed}</b>
            </>
          )}
        </p>
      )}
      <dl className="verdict">
        {finding.claimed !== null && <Fact name="Claimed" value={finding.claimed} />}
        {finding.computed !== null && (
          <Fact name={finding.rule.startsWith('CON') ? 'Other value' : 'Computed'} value={finding.computed} />
        )}
        {finding.gap !== null && <Fact name="Gap" value={shortDecimal(finding.gap)} />}
        {finding.verdict !== null && (
          <div>
            <dt>Verdict</dt>
            <dd className={finding.verdict === 'conflict' ? 'verdict-bad' : 'verdict-ok'}>
              {VERDICT_LABEL[finding.verdict]}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-selectable="">{value}</dd>
    </div>
  );
}

function Operand({ figure, text }: { readonly figure: FigureRecord; readonly text: string }) {
  return (
    <button
      type="button"
      className="operand"
      data-class={figure.provenance}
      title={`${figureName(figure)}: ${figure.quote}`}
      onClick={() => openFigure(figure)}
    >
      {text}
    </button>
  );
}
