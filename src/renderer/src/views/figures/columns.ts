/** The columns of the figures grid: what each shows, what can be typed into it, and the marks it draws. */
import type { FigureEdit, FigureRecord } from '../../../../contract/records';
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES, ASSERTIONS } from '../../../../core/provenance/model';
import { REVIEW_STATES } from '../../../../contract/records';
import { plural } from '../../parts/format';
import type { Choice, GridColumn } from '../../parts/grid/column';
import { element } from '../../parts/grid/dom';
import { ASSERTION_LABEL, REVIEW_LABEL } from '../../parts/labels';
import { provenanceName } from '../../parts/ProvenanceTag';
import {
  periodText,
  readAssertion,
  readClass,
  readPeriod,
  readReview,
  readUnit,
  readValue,
  readWords,
  unitText,
} from './reading';

export type FigureColumn = GridColumn<FigureRecord, FigureEdit>;

const CLASS_CHOICES: readonly Choice[] = PROVENANCES.map((one) => ({
  value: one,
  label: PROVENANCE_LABEL[one],
  key: PROVENANCE_MARK[one],
  tone: one,
}));
const ASSERTION_CHOICES: readonly Choice[] = ASSERTIONS.map((one) => ({ value: one, label: ASSERTION_LABEL[one] }));
const REVIEW_CHOICES: readonly Choice[] = REVIEW_STATES.map((one) => ({ value: one, label: REVIEW_LABEL[one] }));

/** What the document calls it and what it is of, word for word: kept where the metric or the entity stay empty. */
const labelText = ({ metricLabel, entityLabel, entity }: FigureRecord): string =>
  [metricLabel, entityLabel === entity ? null : entityLabel].filter(Boolean).join(' · ');

/** `documentTitle` is asked at drawing time, so that a renamed document needs no new columns. */
export function figureColumns(documentTitle: (id: string) => string): readonly FigureColumn[] {
  return [
    {
      id: 'marks',
      title: '',
      hint: 'Open findings',
      width: 32,
      minWidth: 32,
      align: 'center',
      sortable: false,
      filterable: false,
      text: findingsText,
      draw: drawFindings,
      tip: (figure) => findingsText(figure) || null,
      opens: true,
    },
    {
      id: 'label',
      title: 'Label',
      hint: 'The document’s own words for it, as they stand there',
      width: 132,
      text: labelText,
      tip: (figure) => labelText(figure) || null,
    },
    {
      id: 'metric',
      title: 'Metric',
      width: 132,
      text: (figure) => figure.metricLabel ?? figure.metric ?? '',
      read: (text) => readWords('metric', text),
      tip: (figure) => figure.metricLabel ?? figure.metric,
    },
    {
      id: 'entity',
      title: 'Entity',
      width: 84,
      text: (figure) => figure.entity ?? '',
      read: (text) => readWords('entity', text),
    },
    {
      id: 'period',
      title: 'Period',
      width: 100,
      text: (figure) => periodText(figure.period),
      read: (text) => readPeriod(text),
    },
    {
      id: 'value',
      title: 'Value',
      width: 108,
      align: 'right',
      text: (figure) => figure.value,
      read: (text) => readValue(text),
      draw: drawValue,
      tip: (figure) => `Read as ${exactText(figure)} from “${figure.quote}”`,
    },
    {
      id: 'unit',
      title: 'Unit',
      width: 94,
      text: unitText,
      read: (text, figure) => readUnit(text, figure),
    },
    {
      id: 'provenance',
      title: 'Provenance',
      width: 128,
      text: (figure) => PROVENANCE_LABEL[figure.provenance],
      read: (text) => readClass(text),
      choices: CLASS_CHOICES,
      draw: drawClass,
      tip: (figure) => `${provenanceName(figure.provenance, figure.inheritedClass)}: ${figure.cue.reason}`,
    },
    {
      id: 'citations',
      title: 'Cites',
      hint: 'Citations',
      width: 58,
      minWidth: 56,
      align: 'right',
      filterable: false,
      text: (figure) => String(figure.citations.length),
      draw: drawCitations,
      tip: (figure) => figure.citations.map(({ marker }) => marker).join(', ') || 'Without a citation',
    },
    {
      id: 'tiedOut',
      title: 'Ties',
      hint: 'Ties out',
      width: 60,
      minWidth: 56,
      align: 'center',
      filterable: false,
      text: (figure) => (figure.tiedOut ? 'yes' : 'no'),
      draw: drawTie,
      tip: (figure) => figure.tieOutReason,
    },
    {
      id: 'basis',
      title: 'Basis',
      width: 96,
      text: (figure) => figure.basis ?? '',
      read: (text) => readWords('basis', text),
      tip: (figure) => figure.basis,
    },
    {
      id: 'assertion',
      title: 'Statement',
      width: 104,
      text: (figure) => ASSERTION_LABEL[figure.assertion],
      read: (text) => readAssertion(text),
      choices: ASSERTION_CHOICES,
    },
    {
      id: 'review',
      title: 'Review',
      width: 112,
      text: (figure) => REVIEW_LABEL[figure.review],
      read: (text) => readReview(text),
      choices: REVIEW_CHOICES,
      draw: drawReview,
    },
    {
      id: 'quote',
      title: 'Quote',
      hint: 'Quote: double click opens it',
      width: 160,
      text: (figure) => figure.quote,
      tip: (figure) => figure.quote,
      draw: drawQuote,
      opens: true,
    },
    {
      id: 'note',
      title: 'Note',
      width: 160,
      text: (figure) => figure.note,
      read: (text) => ({ ok: true, set: { note: text } }),
      tip: (figure) => figure.note || null,
    },
    {
      id: 'document',
      title: 'Document',
      width: 160,
      hidden: true,
      text: (figure) => (figure.place ? documentTitle(figure.place.document) : 'Typed by hand'),
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

/** Low and high as stored, in base units. */
export function exactText({ low, high }: Pick<FigureRecord, 'low' | 'high'>): string {
  if (low === null && high === null) return 'no number';
  if (low === null) return `at most ${high}`;
  if (high === null) return `at least ${low}`;
  return low === high ? low : `${low} to ${high}`;
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
