/** The columns of the figures grid: what each shows, what can be typed into it, and the marks it draws. */
import type { FigureEdit, FigureRecord } from '../../../../../contract/records/index';
import { filterKindOf, isFilteredColumn, isSortedColumn, type OtherColumn } from '../../../../../core/figure/columns';
import { cellText } from '../../../../../core/figure/display/cells';
import { labelWords, metricName, NO_DOCUMENT } from '../../../../../core/figure/display/names';
import {
  type CellField,
  FIELD_NAMES,
  type FigureField,
  fieldOf,
  hasCell,
  REVIEW_STATES,
} from '../../../../../core/figure/fields';
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES, ASSERTIONS } from '../../../../../core/figure/provenance';
import { readCell } from '../../../../../core/table/typed/typed-cell';
import { plural } from '../../../kit/format';
import type { Choice, GridColumn } from '../../../kit/grid/data/column';
import { element } from '../../../kit/dom';
import { ASSERTION_LABEL, DIRECTION_LABEL, REVIEW_LABEL } from '../../../../../core/figure/labels';
import { provenanceName } from '../../shared/ProvenanceTag';
import { exactText, signedValue } from '../../../../../core/figure/display/text';

type GridColumnId = CellField | Exclude<OtherColumn, 'position'>;
export type FigureColumn = GridColumn<FigureRecord, FigureEdit> & { readonly id: GridColumnId };

/** Whether it can be sorted and filtered, and as what: as the notebook does it. */
const asked = (id: GridColumnId): Pick<FigureColumn, 'sortable' | 'filterable' | 'filterKind'> => ({
  sortable: isSortedColumn(id),
  ...(isFilteredColumn(id) ? { filterKind: filterKindOf(id) } : { filterable: false }),
});

const CLASS_CHOICES: readonly Choice[] = PROVENANCES.map((one) => ({
  value: one,
  label: PROVENANCE_LABEL[one],
  key: PROVENANCE_MARK[one],
  tone: one,
}));
const ASSERTION_CHOICES: readonly Choice[] = ASSERTIONS.map((one) => ({ value: one, label: ASSERTION_LABEL[one] }));
const DIRECTION_CHOICES: readonly Choice[] = [
  { value: '', label: 'None' },
  { value: 'up', label: DIRECTION_LABEL.up, key: '▲' },
  { value: 'down', label: DIRECTION_LABEL.down, key: '▼' },
];
const REVIEW_CHOICES: readonly Choice[] = REVIEW_STATES.map((one) => ({ value: one, label: REVIEW_LABEL[one] }));

/** How a field's column differs from the plain one: its width, and what it shows or draws. */
const OF_FIELD: Readonly<Partial<Record<FigureField, Partial<FigureColumn>>>> = {
  metric: {
    width: 148,
    tip: metricName,
  },
  entity: { width: 84 },
  period: { width: 100 },
  value: {
    width: 108,
    align: 'right',
    draw: drawValue,
    // With the sign that its direction is: what is typed instead has the one that is typed.
    editText: signedValue,
    tip: (figure) => `Read as ${exactText(figure)} from “${figure.quote}”`,
  },
  unit: { width: 94 },
  direction: {
    width: 84,
    hidden: true,
    choices: DIRECTION_CHOICES,
  },
  provenance: {
    width: 128,
    choices: CLASS_CHOICES,
    draw: drawClass,
    tip: (figure) => `${provenanceName(figure.provenance, figure.inheritedClass)}: ${figure.cue.reason}`,
  },
  basis: { width: 96, tip: (figure) => figure.basis },
  assertion: { width: 104, choices: ASSERTION_CHOICES },
  review: { width: 112, choices: REVIEW_CHOICES, draw: drawReview },
  note: { width: 160, tip: (figure) => figure.note || null },
};

const fieldColumn = (field: CellField): FigureColumn => ({
  id: field,
  ...asked(field),
  title: fieldOf(field).label,
  width: 120,
  text: (figure) => cellText(field, figure),
  read: (text, figure) => readCell(field, text, figure),
  ...OF_FIELD[field],
});

const MARKS: FigureColumn = {
  id: 'marks',
  ...asked('marks'),
  title: '',
  hint: 'Open findings',
  width: 32,
  minWidth: 32,
  align: 'center',
  text: findingsText,
  draw: drawFindings,
  tip: (figure) => findingsText(figure) || null,
  opens: true,
};

const LABEL: FigureColumn = {
  id: 'label',
  ...asked('label'),
  title: 'Label',
  hint: 'The document’s own words for it',
  width: 132,
  text: labelWords,
  tip: (figure) => labelWords(figure) || null,
};

const CITATIONS: FigureColumn = {
  id: 'citations',
  ...asked('citations'),
  title: 'Cites',
  hint: 'Citations',
  width: 58,
  minWidth: 56,
  align: 'right',
  text: (figure) => String(figure.citations.length),
  draw: drawCitations,
  tip: (figure) => figure.citations.map(({ marker }) => marker).join(', ') || 'Without a citation',
};

const TIES: FigureColumn = {
  id: 'tiedOut',
  ...asked('tiedOut'),
  title: 'Ties',
  hint: 'Ties out',
  width: 60,
  minWidth: 56,
  align: 'center',
  text: (figure) => (figure.tiedOut ? 'yes' : 'no'),
  draw: drawTie,
  tip: (figure) => figure.tieOutReason,
};

const QUOTE: FigureColumn = {
  id: 'quote',
  ...asked('quote'),
  title: 'Quote',
  hint: 'Quote: double click opens it',
  width: 160,
  text: (figure) => figure.quote,
  tip: (figure) => figure.quote,
  draw: drawQuote,
  opens: true,
};

/**
 * The grid's columns in their order; a field that is not named here comes last. What a figure says and who vouches for
 * it come first, so that the class is seen whole in a window 1280 px wide with both side panels open.
 */
const ORDER: readonly (FigureColumn | CellField)[] = [
  MARKS,
  'metric',
  'entity',
  'period',
  'value',
  'unit',
  'direction',
  'provenance',
  CITATIONS,
  TIES,
  LABEL,
  'basis',
  'assertion',
  'review',
  QUOTE,
  'note',
];
const UNNAMED = FIELD_NAMES.filter(hasCell).filter((field) => !ORDER.includes(field));

/** `documentTitle` is asked at drawing time, so that a renamed document needs no new columns. */
export function figureColumns(documentTitle: (id: string) => string): readonly FigureColumn[] {
  return [
    ...[...ORDER, ...UNNAMED].map((one) => (typeof one === 'string' ? fieldColumn(one) : one)),
    {
      id: 'document',
      ...asked('document'),
      title: 'Document',
      width: 160,
      hidden: true,
      text: (figure) => (figure.place ? documentTitle(figure.place.document) : NO_DOCUMENT),
    },
  ];
}

const FINDING_KINDS = [
  { kind: 'error', letter: 'E', name: 'error' },
  { kind: 'warning', letter: 'W', name: 'warning' },
  { kind: 'info', letter: 'i', name: 'remark' },
] as const;

/** `2 errors, 1 warning`: what open findings say of the figure. */
export function findingsText({ findings }: Pick<FigureRecord, 'findings'>): string {
  return FINDING_KINDS.filter(({ kind }) => findings[kind] > 0)
    .map(({ kind, name }) => plural(findings[kind], name))
    .join(', ');
}

function drawFindings(figure: FigureRecord): HTMLElement {
  const worst = FINDING_KINDS.find(({ kind }) => figure.findings[kind] > 0);
  if (!worst) return element('span', '');
  const label = findingsText(figure);
  return element('span', `figure-finding figure-finding-${worst.kind}`, [worst.letter], {
    role: 'img',
    'aria-label': label,
  });
}

function drawValue(figure: FigureRecord): HTMLElement {
  const arrow = figure.direction === null ? null : figure.direction === 'up' ? '▲' : '▼';
  const direction = arrow
    ? element('span', `figure-direction figure-${figure.direction}`, [arrow], {
        role: 'img',
        'aria-label': figure.direction ?? '',
      })
    : null;
  const edited = figure.edited.includes('value') ? ' figure-edited' : '';
  return element('span', `grid-text${edited}`, [direction, figure.value]);
}

function drawClass(figure: FigureRecord): HTMLElement {
  const from = figure.provenance === 'derived' ? figure.inheritedClass : null;
  const letter = element('i', '', [PROVENANCE_MARK[figure.provenance]], { 'aria-hidden': 'true' });
  const weakest = from ? element('small', '', [PROVENANCE_MARK[from]]) : null;
  return element('span', 'class-tag', [letter, PROVENANCE_LABEL[figure.provenance], weakest], {
    'data-class': figure.provenance,
  });
}

function drawCitations(figure: FigureRecord): HTMLElement {
  const none = figure.citations.length === 0;
  return element('span', none ? 'grid-text grid-dim' : 'grid-text', [String(figure.citations.length)]);
}

function drawTie(figure: FigureRecord): HTMLElement {
  if (figure.tiedOut) return element('span', 'figure-tied', ['✓'], { role: 'img', 'aria-label': 'Ties out' });
  const label = figure.counted ? 'Does not tie out' : 'Not counted in the tie-out score';
  return element('span', 'grid-dim', [figure.counted ? '–' : ''], { role: 'img', 'aria-label': label });
}

const REVIEW_SIGN: Readonly<Record<FigureRecord['review'], string>> = { unreviewed: '', ticked: '✓', disputed: '✕' };

function drawReview(figure: FigureRecord): HTMLElement {
  if (figure.review === 'unreviewed') return element('span', 'grid-text grid-dim', ['–']);
  const sign = element('span', '', [`${REVIEW_SIGN[figure.review]} `], { 'aria-hidden': 'true' });
  return element('span', `grid-text figure-${figure.review}`, [sign, REVIEW_LABEL[figure.review]]);
}

function drawQuote(figure: FigureRecord): HTMLElement {
  return element('span', 'grid-text figure-quote', [figure.quote]);
}
