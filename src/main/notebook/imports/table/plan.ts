/** Makes the plan of a table: its mapping, the figures that gives, and how they stand to those that are here. */
import { TieoutError } from '../../../../contract/errors';
import type { TablePlan } from '../../../../contract/records';
import type { PlannedFigure, Remapping } from '../../../../contract/records/table-plan';
import { headTexts } from '../../../../core/table/head';
import type { LeftOut } from '../../../../core/table/cell-figure';
import { readTable, type ReadTable } from '../../../../core/table/figures';
import { readTypedPeriod } from '../../../../core/figure/period/typed-period';
import { columnLetters, type FigureAttributes, type Sheet, type TableMapping } from '../../../../core/table/model';
import { cellText } from '../../../../core/figure/cell/cell';
import { readPeriod } from '../../../../core/figure/cell/period-cell';
import { currencyOf } from '../../../../core/table/units';
import { columnCount } from '../../../../core/table/columns';
import { proposeMapping, proposeSheet } from '../../../../core/table/propose';
import type { TableImport } from '../../../imports/result';
import type { ReadableDb } from '../../../storage/db/db';
import type { Patience } from '../../../storage/patience';
import type { PendingTable } from '../pending';
import { countByProvenance } from '../document/plan';
import { shownValue } from './cells';
import { compareTable } from './compare';
import type { PlannedCell, PlannedTable } from '../planned-table';
import { headsOf, layOver, type SavedMapping, savedMappings } from './saved-mappings';

/** Of each list, what is shown. */
const SHOWN = 200;
const TOP = 12;
const CELL = 200;

interface Pinned {
  readonly id: string;
  readonly revision: number;
}

/** By the saved mapping whose heads stand in the table, else by what is proposed. */
export function planTable(db: ReadableDb, result: TableImport, pinned: Pinned, patience: Patience): PendingTable {
  const proposed = propose(result, proposeSheet(result.sheets));
  const offers = offersFor(db, result, proposed);
  const [offer] = offers;
  return make(db, result, pinned, offer?.mapping ?? proposed, offer?.saved.id ?? null, patience);
}

/** Throws `E_INPUT` for a mapping that does not fit the table, `E_NOT_FOUND` for a saved one that is gone or no longer fits. */
export function remapTable(db: ReadableDb, result: TableImport, use: Remapping, pinned: Pinned): PendingTable {
  if ('mapping' in use) return make(db, result, pinned, fitting(result, use.mapping), null);
  if ('sheet' in use) return make(db, result, pinned, propose(result, use.sheet, use.head), null);
  const proposed = propose(result, proposeSheet(result.sheets));
  const offer = offersFor(db, result, proposed).find(({ saved }) => saved.id === use.saved);
  if (offer === undefined)
    throw new TieoutError('E_NOT_FOUND', 'That mapping does not fit this table: choose the columns.');
  return make(db, result, pinned, offer.mapping, offer.saved.id);
}

function propose(
  result: TableImport,
  sheet: number,
  head?: { readonly row: number; readonly rows: number },
): TableMapping {
  const rows = sheetAt(result, sheet).rows.length;
  const at = head === undefined ? undefined : { row: Math.min(head.row, rows), rows: head.rows };
  return proposeMapping(result.sheets, sheet, { title: titleOf(result), delimiter: result.delimiter }, at);
}

function sheetAt({ sheets }: TableImport, index: number): Sheet {
  const sheet = sheets[index];
  if (sheet === undefined) throw new TieoutError('E_INPUT', 'The file has no such sheet: choose another.');
  return sheet;
}

function fitting(result: TableImport, mapping: TableMapping): TableMapping {
  if (mapping.columns.length !== columnCount(sheetAt(result, mapping.sheet))) {
    throw new TieoutError('E_INPUT', 'The mapping has other columns than the sheet: choose the sheet again.');
  }
  const fitted = {
    ...mapping,
    columns: mapping.columns.map(({ role, says }) => ({ role, says: readAttributes(says) })),
    defaults: readAttributes(mapping.defaults),
  };
  return isAsProposed(result, fitted) ? fitted : { ...fitted, blocks: [] };
}

/** What a person says of columns, head, scale or unit is said of the whole sheet: it is one table then. */
function isAsProposed(result: TableImport, mapping: TableMapping): boolean {
  const proposed = proposeMapping(result.sheets, mapping.sheet, { title: mapping.source, delimiter: result.delimiter });
  const told = ({ head, columns, defaults: { metric, period, unit, scale } }: TableMapping): string =>
    JSON.stringify([
      [head.row, head.rows, metric, period, unit, scale],
      columns.map(({ role, says }) => [role, FIELDS.map((field) => says[field])]),
    ]);
  return told(proposed) === told(mapping);
}

const FIELDS = ['metric', 'entity', 'period', 'basis', 'unit', 'scale', 'currency', 'provenance', 'assertion'] as const;

/** Periods and currencies as a person types them, read; throws `E_INPUT` with what can be typed. */
function readAttributes(says: FigureAttributes): FigureAttributes {
  if (says.period === null && says.currency === null) return says;
  const period = says.period === null ? null : readPeriod(says.period);
  if (says.period !== null && period === null) {
    const typed = readTypedPeriod(says.period, { asOf: null, fiscalYearEndMonth: 12, period: null });
    throw new TieoutError('E_INPUT', 'error' in typed ? typed.error : `“${says.period}” is not a period.`);
  }
  const currency = says.currency === null ? null : currencyOf(says.currency);
  if (says.currency !== null && currency === null) {
    throw new TieoutError(
      'E_INPUT',
      `“${says.currency}” is not a currency: type its three letters, such as USD, EUR or CNY.`,
    );
  }
  return { ...says, period: period?.period ?? null, currency };
}

interface Offer {
  readonly saved: SavedMapping;
  readonly mapping: TableMapping;
}

function offersFor(db: ReadableDb, result: TableImport, proposed: TableMapping): readonly Offer[] {
  const heads = headsOf(sheetAt(result, proposed.sheet), proposed);
  return savedMappings(db).flatMap((saved) => {
    const mapping = layOver(saved, proposed, heads);
    return mapping === null ? [] : [{ saved, mapping }];
  });
}

export const titleOf = ({ title, fileName }: TableImport): string =>
  (title || fileName || 'Pasted range').slice(0, 1000);

function make(
  db: ReadableDb,
  result: TableImport,
  pinned: Pinned,
  mapping: TableMapping,
  used: string | null,
  patience?: Patience,
): PendingTable {
  const sheet = sheetAt(result, mapping.sheet);
  const read = readTable(sheet, mapping);
  patience?.begin(read.figures.length);
  const planned = compareTable(db, read.figures, mapping, () => patience?.step());
  const saved = offersFor(db, result, mapping).map(({ saved: { id, name } }) => ({ id, name, used: id === used }));
  const plan: TablePlan = {
    ...pinned,
    kind: 'table',
    fileName: result.fileName,
    title: titleOf(result),
    encoding: result.encoding,
    bytes: result.bytes.length,
    sha256: result.sha256,
    renewed: [],
    problems: [...result.problems.map((problem) => ({ ...problem })), ...tableProblems(planned, read, mapping)],
    format: result.format,
    sheets: result.sheets.map((one) => ({
      name: one.name,
      hidden: one.hidden,
      rows: one.rows.length,
      columns: columnCount(one),
    })),
    mapping: {
      ...mapping,
      columns: [...mapping.columns],
      key: [...mapping.key],
      blocks: mapping.blocks?.map((block) => ({ ...block, columns: [...block.columns] })),
    },
    ...shownCells(sheet, mapping),
    ...shownFigures(read, planned),
    saved,
  };
  return { kind: 'table', plan, result, planned };
}

function tableProblems({ cells }: PlannedTable, read: ReadTable, mapping: TableMapping): TablePlan['problems'] {
  if (cells.length > 0) return openQuestions(read);
  const message = mapping.columns.some(({ role }) => role === 'value')
    ? 'No figures were found: choose the row of the head and the columns that hold values.'
    : 'No column holds values: choose one or more.';
  return [{ code: 'W_NO_FIGURES', message }];
}

/** What the table does not say of all its figures: asked once here, not of each. */
function openQuestions({ figures, eitherOrder }: ReadTable): TablePlan['problems'] {
  const money = figures.filter(({ unit, currency }) => unit === 'money' && currency === null).length;
  return [
    ...(eitherOrder > 0
      ? [
          {
            code: 'W_DATE_ORDER',
            message: 'The dates do not show whether day or month comes first: check the periods.',
            count: eitherOrder,
          },
        ]
      : []),
    ...(money > 0
      ? [
          {
            code: 'W_NO_CURRENCY',
            message: 'Amounts of money have no currency: choose one for the table.',
            count: money,
          },
        ]
      : []),
  ];
}

function shownCells(sheet: Sheet, mapping: TableMapping): Pick<TablePlan, 'columns' | 'top'> {
  const count = mapping.columns.length;
  const heads = headTexts(sheet, mapping.head, count);
  const from = mapping.head.row + mapping.head.rows;
  const body = sheet.rows.slice(from, from + SHOWN);
  return {
    columns: heads.map((texts, index) => ({
      letters: columnLetters(index),
      head: texts.join(' ').slice(0, CELL),
      samples: body
        .map(({ cells }) => cellText(cells[index]).trim().slice(0, CELL))
        .filter((text) => text !== '')
        .slice(0, 3),
    })),
    top: sheet.rows.slice(0, Math.max(TOP, Math.min(from + 4, 60))).map(({ number, cells }, index) => ({
      index,
      row: number,
      cells: cells.map((cell) => cellText(cell).slice(0, CELL)),
    })),
  };
}

function shownFigures(
  read: ReadTable,
  { cells }: PlannedTable,
): Pick<TablePlan, 'found' | 'byProvenance' | 'figures' | 'changes' | 'doubts' | 'left'> {
  const having = (what: PlannedCell['what']): number => cells.filter((cell) => cell.what === what).length;
  const doubtful = cells.filter(({ doubt }) => doubt !== null);
  return {
    found: {
      rows: read.rows,
      figures: read.figures.length,
      new: having('new'),
      changed: having('changed'),
      same: having('same'),
      twice: having('twice'),
      doubtful: doubtful.length,
      empty: read.empty,
      left: read.left.length,
    },
    byProvenance: countByProvenance(read.figures),
    figures: cells.slice(0, SHOWN).map(shown),
    changes: cells
      .filter(({ what }) => what === 'changed')
      .slice(0, SHOWN)
      .map(shown),
    doubts: doubtful.slice(0, SHOWN).map(shown),
    left: read.left.slice(0, SHOWN).map(shownLeft),
  };
}

function shown({ figure, what, old, doubt }: PlannedCell): PlannedFigure {
  const { row, column, raw, metricLabel, entity, period, basis, scale, unit, currency, provenance } = figure;
  return {
    row,
    column: columnLetters(column),
    raw: raw.slice(0, CELL),
    metric: metricLabel,
    entity,
    period,
    basis,
    value: shownValue(figure),
    scale,
    unit,
    currency,
    provenance,
    what,
    old: what === 'changed' && old !== null ? oldValue(old, figure) : null,
    doubt,
  };
}

/** The value that is here, and its scale or unit where that is another. */
function oldValue(old: NonNullable<PlannedCell['old']>, { scale, unit }: PlannedCell['figure']): string {
  const scaled = old.scale === scale ? old.value : `${old.value} ×10^${old.scale}`;
  return old.unit === unit ? scaled : `${scaled} ${old.unit}`;
}

const shownLeft = ({ row, column, raw, reason }: LeftOut): TablePlan['left'][number] => ({
  row,
  column: columnLetters(column),
  raw: raw.slice(0, CELL),
  reason,
});
