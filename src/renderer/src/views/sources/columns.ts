/** The columns of the sources grid. */
import type { SourceRecord } from '../../../../contract/records';
import { TIERS } from '../../../../contract/records';
import type { CslDate } from '../../../../core/citation/model';
import type { Choice, GridColumn } from '../../kit/grid/column';
import { element } from '../../kit/grid/dom';
import type { CellReading } from '../../kit/grid/edits';
import { TIER_LABEL } from '../shared/labels';
import {
  dateText,
  namesText,
  readDate,
  readDoi,
  readNames,
  readTier,
  readType,
  readUrl,
  SOURCE_TYPES,
  type SourceSet,
  typeLabel,
} from './csl-fields';

export type SourceColumn = GridColumn<SourceRecord, SourceSet>;

const words =
  (field: 'title' | 'publisher' | 'container-title', most: number) =>
  (text: string): CellReading<SourceSet> =>
    text.length > most ? { ok: false, message: `At most ${most} characters.` } : { ok: true, set: { [field]: text } };

const date =
  (field: 'issued' | 'accessed') =>
  (text: string): CellReading<SourceSet> => {
    const reading: CellReading<CslDate | null> = readDate(text);
    return reading.ok ? { ok: true, set: { [field]: reading.set } } : reading;
  };

const TYPE_CHOICES: readonly Choice[] = Object.entries(SOURCE_TYPES).map(([value, label]) => ({ value, label }));
const TIER_CHOICES: readonly Choice[] = TIERS.map((value) => ({ value, label: TIER_LABEL[value] }));

export const SOURCE_COLUMNS: readonly SourceColumn[] = [
  {
    id: 'title',
    title: 'Title',
    width: 210,
    text: ({ csl }) => csl.title ?? '',
    read: words('title', 2000),
    draw: ({ csl }) =>
      csl.title ? element('span', 'grid-text', [csl.title]) : element('span', 'grid-text grid-dim', ['No title yet']),
    tip: ({ formatted }) => formatted,
  },
  {
    id: 'publisher',
    title: 'Publisher',
    width: 130,
    text: ({ csl }) => csl.publisher ?? '',
    read: words('publisher', 500),
  },
  {
    id: 'tier',
    title: 'Tier',
    hint: 'How near to the company the source stands',
    width: 116,
    text: ({ tier }) => TIER_LABEL[tier],
    read: readTier,
    choices: TIER_CHOICES,
    draw: ({ tier }) => element('span', `tier tier-${tier}`, [TIER_LABEL[tier]]),
  },
  {
    id: 'figures',
    title: 'Figures',
    hint: 'Figures that rest on it',
    width: 76,
    align: 'right',
    filterKind: 'number',
    text: ({ figures }) => String(figures),
    sortKey: ({ figures }) => figures,
    draw: ({ figures }) => element('span', figures === 0 ? 'grid-text grid-dim' : 'grid-text', [String(figures)]),
  },
  {
    id: 'markers',
    title: 'Markers',
    width: 120,
    text: ({ markers }) => markers.join(', '),
    tip: ({ markers }) => markers.join(', ') || null,
  },
  {
    id: 'issued',
    title: 'Issued',
    width: 108,
    text: ({ csl }) => dateText(csl.issued),
    read: date('issued'),
  },
  {
    id: 'accessed',
    title: 'Accessed',
    width: 108,
    text: ({ csl }) => dateText(csl.accessed),
    read: date('accessed'),
  },
  {
    id: 'author',
    title: 'Author',
    width: 140,
    text: ({ csl }) => namesText(csl.author),
    read: (text) => ({ ok: true, set: { author: readNames(text) } }),
    tip: ({ csl }) => namesText(csl.author) || 'Family, Given; Family, Given',
  },
  {
    id: 'container',
    title: 'In',
    hint: 'Journal, newspaper or site it appeared in',
    width: 120,
    text: ({ csl }) => csl['container-title'] ?? '',
    read: words('container-title', 1000),
  },
  {
    id: 'type',
    title: 'Type',
    width: 124,
    text: ({ csl }) => typeLabel(csl.type),
    read: readType,
    choices: TYPE_CHOICES,
  },
  {
    id: 'url',
    title: 'URL',
    width: 180,
    text: ({ csl }) => csl.URL ?? '',
    read: readUrl,
    tip: ({ csl }) => csl.URL ?? null,
  },
  {
    id: 'doi',
    title: 'DOI',
    width: 120,
    text: ({ csl }) => csl.DOI ?? '',
    read: readDoi,
  },
  {
    id: 'citations',
    title: 'Cited',
    hint: 'How often documents cite it',
    width: 66,
    align: 'right',
    filterKind: 'number',
    text: ({ citations }) => String(citations),
    sortKey: ({ citations }) => citations,
  },
];
