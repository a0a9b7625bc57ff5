/** Draws one block of a document: heading, paragraph, list item, table, quote … with its figures, citations and annotations. */
import { type CSSProperties, createElement, memo, type ReactNode } from 'react';
import type { ReaderBlock } from '../../../../../contract/records';
import { PROVENANCE_MARK } from '../../../../../core/figure/provenance';
import { type DrawnBlock, type Layers, type Piece, piecesOf, type Run, runsOf } from './runs';
import { focusWhereScrolled } from './scrolled-table';

interface Props {
  readonly text: string;
  readonly drawn: DrawnBlock;
}

export const BlockView = memo(function BlockView({ text, drawn }: Props) {
  const { block, index, layers } = drawn;
  return createElement(
    tagOf(block),
    {
      className: `block block-${block.kind}`,
      style: indent(block),
      'data-block': index,
      'data-start': block.start,
      'data-section': block.section,
      role: block.kind === 'list-item' ? 'listitem' : undefined,
    },
    block.kind === 'list-item' && <span className="bullet">{bulletOf(text, block)}</span>,
    block.kind === 'table' ? (
      <TableRows text={text} block={block} layers={layers} />
    ) : (
      <Stretch text={text} start={block.contentStart} end={block.end} layers={layers} />
    ),
  );
}, sameBlock);

function sameBlock(a: Props, b: Props): boolean {
  return (
    a.text === b.text &&
    a.drawn.block === b.drawn.block &&
    a.drawn.index === b.drawn.index &&
    sameList(a.drawn.layers.figures, b.drawn.layers.figures) &&
    sameList(a.drawn.layers.citations, b.drawn.layers.citations) &&
    sameList(a.drawn.layers.annotations, b.drawn.layers.annotations) &&
    sameList(a.drawn.layers.marks, b.drawn.layers.marks)
  );
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

const TAGS = {
  paragraph: 'p',
  'list-item': 'div',
  table: 'div',
  caption: 'p',
  'lead-in': 'p',
  quote: 'blockquote',
  note: 'p',
  reference: 'p',
  code: 'pre',
} as const;

function tagOf(block: ReaderBlock) {
  if (block.kind !== 'heading') return TAGS[block.kind];
  const levels = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;
  return levels[Math.min(Math.max(block.level, 1), levels.length) - 1] ?? 'h6';
}

function indent(block: ReaderBlock): CSSProperties | undefined {
  return block.kind === 'list-item' ? { marginLeft: `${Math.max(0, block.level - 1) * 1.4}em` } : undefined;
}

/** The number of an ordered item as written; a plain bullet for the rest, whatever sign the source used. */
function bulletOf(text: string, block: ReaderBlock): string {
  const written = text.slice(block.start, block.contentStart).trim();
  return block.ordered && written !== '' ? written : '•';
}

function TableRows({
  text,
  block,
  layers,
}: {
  readonly text: string;
  readonly block: ReaderBlock;
  readonly layers: Layers;
}) {
  const numeric = numericColumns(text, block);
  return (
    <div ref={focusWhereScrolled} className="reader-table" role="group" aria-label="Table">
      <table>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={row.cells[0]?.start ?? -index}>
              {row.cells.map((cell, column) => {
                const Cell = row.header ? 'th' : 'td';
                return (
                  <Cell key={cell.start} className={numeric.has(column) ? 'number' : undefined}>
                    <Stretch text={text} start={cell.start} end={cell.end} layers={layers} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As long as a number with its unit may be; a longer cell is prose, which reads badly when set flush right. */
const LONGEST_NUMBER = 24;
const NUMBER = /^[~≈<>≥≤+\-−–±(]*\s*[$€£¥]?\s*\d/;

/** Columns in which most cells are a number and none is prose: set flush right, so that digits stand under digits. */
export function numericColumns(text: string, block: Pick<ReaderBlock, 'rows'>): ReadonlySet<number> {
  const columns = new Map<number, string[]>();
  for (const row of block.rows) {
    if (row.header) continue;
    row.cells.forEach((cell, column) => {
      const words = text.slice(cell.start, cell.end).trim();
      if (words !== '') columns.set(column, [...(columns.get(column) ?? []), words]);
    });
  }
  const isNumeric = (cells: readonly string[]) =>
    cells.every((words) => words.length <= LONGEST_NUMBER) &&
    cells.filter((words) => NUMBER.test(words)).length * 2 > cells.length;
  return new Set([...columns].filter(([, cells]) => isNumeric(cells)).map(([column]) => column));
}

function Stretch({
  text,
  start,
  end,
  layers,
}: {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly layers: Layers;
}) {
  return piecesOf(runsOf(start, end, layers)).map((piece) => <PieceView key={piece.key} text={text} piece={piece} />);
}

function PieceView({ text, piece }: { readonly text: string; readonly piece: Piece }): ReactNode {
  const runs = piece.runs.map((run) => <RunView key={run.start} text={text} run={run} />);
  if (piece.figure) return <FigureView piece={piece}>{runs}</FigureView>;
  if (!piece.citation) return runs;
  return <CitationView text={text} piece={piece} />;
}

function FigureView({ piece, children }: { readonly piece: Piece; readonly children: ReactNode }) {
  const { figure } = piece;
  if (!figure) return children;
  // The letter stands once, after the end of the figure, also where the figure runs over a line's cut.
  const isEnd = (piece.runs.at(-1)?.end ?? 0) >= (figure.place?.end ?? 0);
  return (
    <span className="fig" data-figure={figure.id} data-class={figure.provenance} data-review={figure.review}>
      {children}
      {isEnd && <sup>{PROVENANCE_MARK[figure.provenance]}</sup>}
    </span>
  );
}

const BRACKETED = /^([[(（【]\^?)(.*?)([\])）】])$/s;

function CitationView({ text, piece }: { readonly text: string; readonly piece: Piece }) {
  const { citation, runs } = piece;
  const first = runs[0];
  const last = runs.at(-1);
  if (!citation || !first || !last) return null;
  const bracketed = BRACKETED.exec(text.slice(first.start, last.end));
  if (!bracketed) {
    return (
      <span className="cite-words" data-citation={citation.id}>
        {runs.map((run) => (
          <RunView key={run.start} text={text} run={run} />
        ))}
      </span>
    );
  }
  const [, opening = '', words = ''] = bracketed;
  return (
    <span className="cite cite-inline" data-citation={citation.id}>
      <span data-o={first.start + opening.length}>{words}</span>
    </span>
  );
}

function RunView({ text, run }: { readonly text: string; readonly run: Run }) {
  const words = text.slice(run.start, run.end);
  return (
    <span
      data-o={run.start}
      className={classOf(run)}
      data-annotation={run.annotation?.id}
      data-colour={run.annotation?.colour}
      title={run.href ?? undefined}
    >
      {words}
    </span>
  );
}

function classOf(run: Run): string | undefined {
  const classes = [
    run.strong && 'strong',
    run.emphasis && 'emphasis',
    run.code && 'inline-code',
    run.raised && 'raised',
    run.href && 'linked',
    run.annotation && 'annotated',
  ].filter(Boolean);
  return classes.length > 0 ? classes.join(' ') : undefined;
}
