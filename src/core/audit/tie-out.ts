/** Whether a figure ties out [T1], and why or what is missing. */
import { conceptOf } from '../figure/placing/tagged';
import { citingOf } from './evidence/evidence';
import { groupBy } from '../base/group';
import type { AuditDocument, AuditFigure, AuditModel, FigureRef, FigureVerdict, Finding, TieOut } from './model/model';
import { isEvidence, needsNone } from './evidence/needs-source';

const yes = (reason: string): TieOut => ({ tied: true, reason });
const no = (reason: string): TieOut => ({ tied: false, reason });

/** Figures inside a scenario, target or forecast that states what it assumes: the item is their basis. */
function withAssumption(document: AuditDocument): ReadonlySet<string> {
  const stated = document.structure.filter((item) => Boolean(item.fields['assumption']));
  return new Set(stated.flatMap((item) => item.figures.flatMap((at) => document.figures[at]?.id ?? [])));
}

/**
 * What can be said of a figure from itself: a tick [T5], a document that is a source [T8], a named source of its own
 * [T2] or of another mention [T6], a stated assumption [T4]. Null for a derived figure, which must be recomputed.
 */
function tieOutOwn(
  model: AuditModel,
  document: AuditDocument,
  figure: AuditFigure,
  assumed: ReadonlySet<string>,
): TieOut | null {
  if (figure.ticked) return yes('Ticked by the analyst.');
  if (document.role === 'source') return yes('It stands in a source, which is evidence itself.');
  if (conceptOf(figure.rule) !== null) return yes('The company tags it in its own filing.');
  const none = needsNone(figure);
  if (none !== null) return no(none);
  switch (figure.provenance) {
    case 'disclosed':
    case 'management':
    case 'consensus':
    case 'third_party': {
      const citing = citingOf(model);
      if (!citing.hasNamedSource(document, figure)) return no('No source with a title or publisher is cited for it.');
      return yes(
        citing.ownSources(document, figure).length > 0
          ? 'A named source is cited for it.'
          : 'Another mention of the same fact cites a named source.',
      );
    }
    case 'inferred':
      if (figure.note) return yes('Labelled as inference, with a rationale.');
      return assumed.has(figure.id)
        ? yes('Labelled as inference, with its assumption.')
        : no('Labelled as inference, but without an assumption or rationale.');
    case 'unclassified':
      return no('Nobody is known to vouch for it.');
    case 'derived':
      return null;
  }
}

/** What holds of a document's figures whatever the rules find. */
interface Ground {
  readonly sources: AuditModel['sources'];
  /** What can be said of each figure from itself and its sources; those that must be recomputed are left out. */
  readonly own: ReadonlyMap<string, TieOut>;
  readonly ticked: ReadonlySet<string>;
  /** Figures that are no evidence and so need none. */
  readonly needless: ReadonlySet<string>;
}
const grounds = new WeakMap<AuditDocument, Ground>();

function groundOf(model: AuditModel, document: AuditDocument): Ground {
  const before = grounds.get(document);
  if (before?.sources === model.sources) return before;
  const assumed = withAssumption(document);
  const own = new Map<string, TieOut>();
  for (const figure of document.figures) {
    const verdict = tieOutOwn(model, document, figure, assumed);
    if (verdict !== null) own.set(figure.id, verdict);
  }
  const idsOf = (is: (figure: AuditFigure) => boolean): ReadonlySet<string> =>
    new Set(document.figures.filter(is).map(({ id }) => id));
  const ground = {
    sources: model.sources,
    own,
    ticked: idsOf(({ ticked }) => ticked),
    needless: idsOf((figure) => !isEvidence(figure)),
  };
  grounds.set(document, ground);
  return ground;
}

const isTied = ({ verdict }: Finding): boolean => verdict === 'tied' || verdict === 'tied_within_rounding';

/** What the rules found that bears on the tie-out of a document's figures, in the order of the findings. */
interface Found {
  /** Its claims that recompute. */
  readonly tied: Finding[];
  /** Its figures that the imported text of their source does not have: a citation that fails is none. */
  readonly failed: Finding[];
}
const NOTHING: Found = { tied: [], failed: [] };

function foundByDocument(findings: readonly Finding[]): ReadonlyMap<string, Found> {
  const by = new Map<string, Found>();
  const of = (document: string): Found => {
    const found = by.get(document) ?? { tied: [], failed: [] };
    by.set(document, found);
    return found;
  };
  for (const one of findings) {
    const [claim, operand] = one.figures;
    if (isTied(one) && claim && operand) of(claim.document).tied.push(one);
    if (one.rule === 'SRC04')
      for (const id of new Set(one.figures.map(({ document }) => document))) of(id).failed.push(one);
  }
  return by;
}

/** Verdicts by document and figure, those of derived figures as far as they are settled. */
type Settled = Map<string, Map<string, TieOut>>;

/** What rests on documents outside of it cannot be settled by itself. */
const isAlone = (document: AuditDocument, { tied }: Found): boolean =>
  tied.every(({ figures }) => figures.every((ref) => ref.document === document.id));

/** What can be said of the figures without recomputing: of each but the derived ones. */
function settleOwn(model: AuditModel, document: AuditDocument, { failed }: Found): Map<string, TieOut> {
  const { own, ticked } = groundOf(model, document);
  const settled = new Map(own);
  for (const { figures } of failed) {
    for (const ref of figures) {
      if (ref.document === document.id && !ticked.has(ref.figure))
        settled.set(ref.figure, no('The imported text of its source does not have it.'));
    }
  }
  return settled;
}

const byId = new WeakMap<AuditModel, ReadonlyMap<string, AuditDocument>>();

/** Made once a run: each document that is settled alone asks for it. */
function documentsById(model: AuditModel): ReadonlyMap<string, AuditDocument> {
  const known = byId.get(model);
  if (known) return known;
  const found = new Map(model.documents.map((document) => [document.id, document]));
  byId.set(model, found);
  return found;
}

/** Settles the derived figures of `documents` from the figures they rest on [T3] until nothing more ties. */
function settleDerived(
  model: AuditModel,
  documents: readonly AuditDocument[],
  found: ReadonlyMap<string, Found>,
  settled: Settled,
): void {
  const isNeedless = ({ document, figure }: FigureRef): boolean => {
    const of = documentsById(model).get(document);
    return of !== undefined && groundOf(model, of).needless.has(figure);
  };
  const stands = (ref: FigureRef): boolean =>
    settled.get(ref.document)?.get(ref.figure)?.tied === true || isNeedless(ref);
  const derived = documents.map((document) => {
    const verdicts = settled.get(document.id) ?? new Map<string, TieOut>();
    const recomputed = groupBy(found.get(document.id)?.tied ?? [], ({ figures: [claim] }) => claim?.figure);
    return {
      verdicts,
      recomputed,
      open: document.figures.filter(({ id }) => !verdicts.has(id)),
      mentions: new Set<number>(),
    };
  });
  for (let hasChanged = true; hasChanged; ) {
    hasChanged = false;
    for (const { verdicts, recomputed, open, mentions } of derived) {
      for (const { id, mention } of open) {
        if (verdicts.has(id)) continue;
        const rests = recomputed.get(id)?.some(({ figures: [, ...operands] }) => operands.every(stands)) ?? false;
        if (rests) mentions.add(mention);
        else if (!mentions.has(mention)) continue;
        hasChanged = true;
        verdicts.set(
          id,
          yes(
            rests
              ? 'It recomputes from figures that tie out.'
              : 'Another mention of it recomputes from figures that tie out.',
          ),
        );
      }
    }
  }
  for (const { verdicts, recomputed, open } of derived) {
    for (const { id } of open) {
      if (verdicts.has(id)) continue;
      const reason = recomputed.has(id)
        ? 'It recomputes, but not from figures that tie out themselves.'
        : 'It could not be recomputed from other figures.';
      verdicts.set(id, no(reason));
    }
  }
}

interface Remembered extends Found {
  readonly sources: AuditModel['sources'];
  readonly settled: Map<string, TieOut>;
  readonly verdicts: readonly FigureVerdict[];
}
const remembered = new WeakMap<AuditDocument, Remembered>();

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/**
 * Tie-out of every figure, by document in the order of its figures. A document in which nothing came out otherwise keeps
 * the same list, so that who follows up needs to look at the others only.
 */
export function tieOut(model: AuditModel, findings: readonly Finding[]): ReadonlyMap<string, readonly FigureVerdict[]> {
  const found = foundByDocument(findings);
  const settled: Settled = new Map();
  const together: AuditDocument[] = [];
  for (const document of model.documents) {
    const own = found.get(document.id) ?? NOTHING;
    const before = remembered.get(document);
    const alone = isAlone(document, own);
    if (alone && before && isAsBefore(before, model, own)) {
      settled.set(document.id, before.settled);
      continue;
    }
    settled.set(document.id, settleOwn(model, document, own));
    if (alone) settleDerived(model, [document], found, settled);
    else together.push(document);
  }
  settleDerived(model, together, found, settled);
  return new Map(
    model.documents.map((document) => [
      document.id,
      verdictsOf(
        model,
        document,
        found.get(document.id) ?? NOTHING,
        settled.get(document.id) ?? new Map<string, TieOut>(),
      ),
    ]),
  );
}

const isAsBefore = (before: Remembered, { sources }: AuditModel, { tied, failed }: Found): boolean =>
  before.sources === sources && sameItems(before.tied, tied) && sameItems(before.failed, failed);

function verdictsOf(
  model: AuditModel,
  document: AuditDocument,
  found: Found,
  settled: Map<string, TieOut>,
): readonly FigureVerdict[] {
  const before = remembered.get(document);
  if (before?.settled === settled) return before.verdicts;
  const counted = countedFigures(model, document, settled);
  const made = document.figures.map(({ id }): FigureVerdict => {
    const { tied, reason } = settled.get(id) ?? no('Not audited yet.');
    return { figure: id, tied, reason, counted: counted.has(id) };
  });
  const verdicts = before && isSame(before.verdicts, made) ? before.verdicts : made;
  remembered.set(document, { ...found, sources: model.sources, settled, verdicts });
  return verdicts;
}

const isSame = (a: readonly FigureVerdict[], b: readonly FigureVerdict[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => {
    const other = b[at];
    return (
      one.figure === other?.figure &&
      one.tied === other.tied &&
      one.reason === other.reason &&
      one.counted === other.counted
    );
  });

/**
 * The figures of a document that the score counts [T7]: of notes [T8], in need of a source, one a fact. Of the mentions
 * of a fact one that ties out is counted, else the first, so that a fact counts as tied wherever its source is given.
 */
function countedFigures(
  model: AuditModel,
  document: AuditDocument,
  verdicts: ReadonlyMap<string, TieOut>,
): ReadonlySet<string> {
  if (document.role === 'source') return new Set();
  const { needless } = groundOf(model, document);
  const ofFact = new Map<number, string>();
  for (const { id, mention } of document.figures) {
    if (needless.has(id)) continue;
    const before = ofFact.get(mention);
    if (before === undefined || (!verdicts.get(before)?.tied && verdicts.get(id)?.tied)) ofFact.set(mention, id);
  }
  return new Set(ofFact.values());
}
