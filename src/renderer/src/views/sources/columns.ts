/** The columns of the sources grid: one for each field with a cell, and what the notebook counts beside them. */
import type { SourceRecord } from '../../../../contract/records';
import {
  cslFieldText,
  hasSourceCell,
  type SourceCell,
  sourceField,
  SOURCE_FIELD_NAMES,
  SOURCE_TYPES,
} from '../../../../core/citation/fields';
import { TIER_LABEL, TIERS } from '../../../../core/citation/tier';
import type { Choice, GridColumn } from '../../kit/grid/data/column';
import { element } from '../../kit/dom';
import { readSourceCell, type SourceSet } from '../../../../core/citation/typed-field';

export type SourceColumn = GridColumn<SourceRecord, SourceSet>;

const TYPE_CHOICES: readonly Choice[] = Object.entries(SOURCE_TYPES).map(([value, label]) => ({ value, label }));
const TIER_CHOICES: readonly Choice[] = TIERS.map((value) => ({ value, label: TIER_LABEL[value] }));

/** What a field's cell shows. */
const cellText = ({ csl, tier }: SourceRecord, field: SourceCell): string =>
  field === 'tier' ? TIER_LABEL[tier] : cslFieldText(csl, field);

/** How a field's column differs from the plain one; the ids are those of saved layouts. */
const OF_FIELD: Readonly<Record<SourceCell, Partial<SourceColumn> & { readonly width: number }>> = {
  title: {
    width: 210,
    draw: ({ csl }) =>
      csl.title ? element('span', 'grid-text', [csl.title]) : element('span', 'grid-text grid-dim', ['No title yet']),
    tip: ({ formatted }) => formatted,
  },
  publisher: { width: 130 },
  tier: {
    hint: 'How near to the company the source stands',
    width: 116,
    choices: TIER_CHOICES,
    draw: ({ tier }) => element('span', `tier tier-${tier}`, [TIER_LABEL[tier]]),
  },
  issued: { width: 108 },
  accessed: { width: 108 },
  author: { width: 140, tip: (source) => cellText(source, 'author') || 'Family, Given; Family, Given' },
  'container-title': {
    id: 'container',
    title: 'In',
    hint: 'Journal, newspaper or site it appeared in',
    width: 120,
  },
  type: { width: 124, choices: TYPE_CHOICES },
  URL: { id: 'url', width: 180, tip: ({ csl }) => csl.URL ?? null },
  DOI: { id: 'doi', width: 120 },
};

const fieldColumn = (field: SourceCell): SourceColumn => ({
  id: field,
  title: sourceField(field).label,
  text: (source) => cellText(source, field),
  read: (text) => readSourceCell(field, text),
  ...OF_FIELD[field],
});

const FIGURES: SourceColumn = {
  id: 'figures',
  title: 'Figures',
  hint: 'Figures that rest on it',
  width: 76,
  align: 'right',
  filterKind: 'number',
  text: ({ figures }) => String(figures),
  sortKey: ({ figures }) => figures,
  draw: ({ figures }) => element('span', figures === 0 ? 'grid-text grid-dim' : 'grid-text', [String(figures)]),
};

const MARKERS: SourceColumn = {
  id: 'markers',
  title: 'Markers',
  width: 120,
  text: ({ markers }) => markers.join(', '),
  tip: ({ markers }) => markers.join(', ') || null,
};

const CITATIONS: SourceColumn = {
  id: 'citations',
  title: 'Cited',
  hint: 'How often documents cite it',
  width: 66,
  align: 'right',
  filterKind: 'number',
  text: ({ citations }) => String(citations),
  sortKey: ({ citations }) => citations,
};

/** The grid's columns in their order; a field that is not named here comes last. */
const ORDER: readonly (SourceColumn | SourceCell)[] = [
  'title',
  'publisher',
  'tier',
  FIGURES,
  MARKERS,
  'issued',
  'accessed',
  'author',
  'container-title',
  'type',
  'URL',
  'DOI',
  CITATIONS,
];
const UNNAMED = SOURCE_FIELD_NAMES.filter(hasSourceCell).filter((field) => !ORDER.includes(field));

export const SOURCE_COLUMNS: readonly SourceColumn[] = [...ORDER, ...UNNAMED].map((one) =>
  typeof one === 'string' ? fieldColumn(one) : one,
);
