/** What all rules share for one audit: indexes and relations, each computed once and only when a rule asks. */
import { timesAhead } from '../dated/ahead';
import { DocumentIndex } from '../model/document-index';
import type { AuditDocument, AuditFigure, AuditModel } from '../model/model';
import { type Mixture, readSentences, type SentenceReading } from '../relations/changes/beside';
import { annualised } from '../relations/changes/annualised';
import { compounds } from '../relations/changes/compound';
import { formulas } from '../relations/valuation/formulas';
import { elapsed } from '../dated/elapsed';
import { tableChanges } from '../relations/changes/rows';
import { type Variants, variantsOf } from '../relations/changes/elsewhere';
import type { Relation } from '../arithmetic/relation';
import { durations, shares } from '../relations/sums/shares';
import { sums } from '../relations/sums/sums';
import { tableSums } from '../relations/sums/table-sums';
import { type UpsideRelation, upsides } from '../relations/valuation/upside';
import { averages } from '../facts/averages';
import { currentPrices } from '../facts/current-prices';
import { type TwoValues, twoValues } from '../facts/two-values';
import { type Disagreement, disagreements } from '../stated/disagreements';
import { type Restated, restated } from '../stated/restated';
import { type Worded, worded } from '../relations/claims/worded';
import { growthRates } from '../facts/growth-rates';
import { identities } from '../facts/identities';
import { sharePairs } from '../facts/share-pairs';
import { basedOn } from '../facts/based-on';
import { discounted } from '../facts/discounted';
import { implied } from '../facts/implied';
import { FactIndex } from '../facts/fact-index';
import { bracketPairs } from '../relations/sums/pairs';
import { arrows } from '../relations/changes/arrows';
import type { Claimed } from '../relations/claims/claimed';
import { beats } from '../relations/claims/beats';
import { inequalities } from '../relations/claims/inequalities';
import { directions } from '../relations/claims/directions';
import { middles } from '../relations/claims/middles';
import { namedOrders } from '../relations/claims/named-orders';
import { ofTables } from '../relations/claims/of-tables';
import { tableRanks } from '../relations/claims/table-ranks';
import { orders } from '../relations/claims/orders';
import { superlatives } from '../relations/claims/superlatives';
import { type DateClash, dateClashes } from '../dated/dates';
import { chanceTies } from '../relations/chance/ties';
import { labelledLines, stocksAndFlows } from '../relations/labelled/lines';
import { ofRows } from '../relations/claims/of-rows';
import { partsLists } from '../relations/sums/parts-lists';
import { levels } from '../relations/valuation/levels';
import { nearTies } from '../relations/chance/near-ties';
import { tallies } from '../relations/claims/tallies';
import { trends } from '../relations/claims/trends';
import { spoken } from '../relations/spoken/spoken';
import { type TwoScales, twoScales } from '../stated/scales';
import { presentValues } from '../relations/valuation/present-values';
import { scenarios } from '../relations/valuation/scenarios';
import { systematicBreaks } from '../arithmetic/systematic';
import { gridValues } from '../relations/valuation/grids';
import { caseBlocks } from '../relations/valuation/case-blocks';
import { weightedLists } from '../relations/valuation/weighted-lists';
import { tableLines } from '../relations/sums/table-lines';
import { formulaCells } from '../relations/written/cells';
import { type WrittenRelation, writtenSums } from '../relations/written/written';
import { Citing } from './sources';

export interface Evidence {
  readonly index: DocumentIndex;
  /** Beside each other in a sentence or row. */
  readonly changes: readonly Relation[];
  readonly variants: readonly Variants[];
  /** Bases named beside a change whose value stands elsewhere, by the change's id. */
  readonly openBases: ReadonlyMap<string, AuditFigure>;
  /** Ids of figures that say a change, amounts too: "increased $31 million" is no level of its metric. */
  readonly differences: ReadonlySet<string>;
  readonly mixtures: readonly Mixture[];
  readonly annualised: readonly Relation[];
  readonly elapsed: readonly Relation[];
  readonly sums: readonly Relation[];
  readonly shares: readonly Relation[];
  /** Metrics defined by others: margins, multiples, per-share amounts. */
  readonly formulas: readonly Relation[];
  readonly durations: readonly Relation[];
  readonly upsides: readonly UpsideRelation[];
  /** Identities of the trade over the document's facts. */
  readonly identities: readonly Relation[];
  /** Shown where they tie, never held against anybody. */
  readonly nearTies: readonly Relation[];
  /** Words against the numbers they stand with. */
  readonly worded: readonly Worded[];
  /** What words claim of values in reach: an order, a direction, a place in a list. */
  readonly claims: readonly Claimed[];
  readonly dateClashes: readonly DateClash[];
  /** One thing stated with two values. */
  readonly disagreements: readonly Disagreement[];
  /** A block given twice, with a line that differs. */
  readonly restated: readonly Restated[];
  readonly twoScales: readonly TwoScales[];
  readonly twoValues: readonly TwoValues[];
  /** What rows and columns of tables are made of. */
  readonly lines: readonly Relation[];
  /** Sums that the text writes out itself. */
  readonly written: readonly WrittenRelation[];
}

const STRUCK = /~~(?=\S)[^~\n]{1,300}~~/g;

/** What its author struck out is no longer said: it neither claims nor bears out anything. */
function standing(document: AuditDocument): AuditDocument {
  const struck = [...document.layout.text.matchAll(STRUCK)].map(({ index, 0: words }) => [index, index + words.length]);
  if (struck.length === 0) return document;
  let at = 0;
  const figures = document.figures.toSorted((a, b) => a.start - b.start);
  const gone = new Set(
    figures.filter(({ start, end }) => {
      while (at < struck.length && (struck[at]?.[1] ?? 0) <= start) at += 1;
      return end > (struck[at]?.[0] ?? end);
    }),
  );
  return { ...document, figures: document.figures.filter((figure) => !gone.has(figure)) };
}

function gather(document: AuditDocument): Evidence {
  const index = new DocumentIndex(standing(document));
  const reading = readSentences(index);
  const factIndex = new FactIndex(index);
  const said = withoutSystematic(relationsOf(index, reading, factIndex));
  return { ...said, nearTies: [...said.nearTies, ...chanceTies(index, claimsOf(said))] };
}

function withoutSystematic(said: Evidence): Evidence {
  const { shares: shared, formulas: defined, identities: held, lines } = said;
  const dropped = systematicBreaks([...shared, ...defined, ...held, ...lines]);
  if (dropped.size === 0) return said;
  const kept = (relations: readonly Relation[]) => relations.filter((one) => !dropped.has(one));
  return { ...said, shares: kept(shared), formulas: kept(defined), identities: kept(held), lines: kept(lines) };
}

/** What a table's own rows show goes before what its labels say. */
function allLines(index: DocumentIndex): readonly Relation[] {
  const stocks = stocksAndFlows(index);
  const settled = new Set(stocks.map(({ claim }) => claim.id));
  const shown = tableLines(index).filter(({ claim }) => !settled.has(claim.id));
  const claims = new Set([...settled, ...shown.map(({ claim }) => claim.id)]);
  return [...stocks, ...shown, ...labelledLines(index).filter(({ claim }) => !claims.has(claim.id))];
}

/** Ids of the claims that were recomputed, with whatever verdict. */
const claimsOf = (said: Evidence): ReadonlySet<string> =>
  new Set(
    [
      said.changes,
      said.annualised,
      said.sums,
      said.shares,
      said.formulas,
      said.upsides,
      said.identities,
      said.nearTies,
      said.lines,
      said.written,
    ].flatMap((relations) => relations.map(({ claim }) => claim.id)),
  );

function relationsOf(index: DocumentIndex, reading: SentenceReading, factIndex: FactIndex): Evidence {
  return {
    index,
    changes: [...tableChanges(index), ...reading.relations, ...compounds(index), ...arrows(index)],
    variants: variantsOf(index, reading),
    openBases: reading.openBases,
    differences: reading.changes,
    mixtures: reading.mixtures,
    annualised: annualised(index),
    elapsed: elapsed(index),
    sums: [...sums(index), ...tableSums(index)],
    shares: shares(index),
    formulas: formulas(index, reading.changes),
    durations: durations(index),
    upsides: upsides(index),
    identities: [
      ...identities(index, factIndex),
      ...implied(factIndex),
      ...discounted(factIndex),
      ...bracketPairs(index),
      ...growthRates(index, factIndex),
      ...averages(factIndex),
      ...sharePairs(index, factIndex),
      ...basedOn(index, factIndex),
      ...scenarios(index),
      ...presentValues(index),
      ...weightedLists(index),
      ...spoken(index),
      ...levels(index),
      ...ofRows(index),
      ...partsLists(index),
      ...formulaCells(index),
      ...caseBlocks(index),
      ...gridValues(index, factIndex),
    ],
    lines: allLines(index),
    nearTies: nearTies(index),
    worded: worded(index),
    claims: [
      ...orders(index),
      ...directions(index),
      ...middles(index),
      ...superlatives(index),
      ...namedOrders(index),
      ...tableRanks(index),
      ...ofTables(index),
      ...beats(index),
      ...inequalities(index),
      ...tallies(index),
      ...trends(index),
    ],
    dateClashes: [...dateClashes(index), ...timesAhead(index)],
    disagreements: disagreements(index),
    restated: restated(index),
    twoScales: twoScales(index),
    twoValues: [...twoValues(index), ...currentPrices(index)],
    written: writtenSums(index),
  };
}

/** Keyed by the model's own objects, so that it lives exactly as long as they do. */
const evidences = new WeakMap<AuditDocument, Evidence>();
const citings = new WeakMap<AuditModel['sources'], Citing>();

/** The evidence of a document, gathered at the first call and kept as long as the document object lives. */
export function evidenceOf(document: AuditDocument): Evidence {
  const known = evidences.get(document) ?? gather(document);
  evidences.set(document, known);
  return known;
}

/** Who cites which source in the model; kept as long as its list of sources is the same object. */
export function citingOf(model: AuditModel): Citing {
  const known = citings.get(model.sources) ?? new Citing(model.sources);
  citings.set(model.sources, known);
  return known;
}
