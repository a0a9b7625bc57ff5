/**
 * Audits a notebook again after an edit: documents that the edit left alone keep what was found in them. One that was
 * read anew from storage may be as it was, so that sameness is decided by content where it is not by identity.
 */
import { conclude } from './audit';
import type { AuditDocument, AuditFigure, AuditModel, AuditResult, Finding, Rule } from './model/model';
import { isAsked } from './notes-only';
import { RULES } from './rules/index';

type Plain = Readonly<Record<string, unknown>>;

/** Equal member by member; members that are objects by what they hold. Order of members does not matter. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isObject(a) || !isObject(b)) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => isSame(item, b[i]));
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

const isObject = (value: unknown): value is Plain => typeof value === 'object' && value !== null;

const sameFigures = (a: readonly AuditFigure[], b: readonly AuditFigure[]): boolean =>
  a.length === b.length && a.every((figure, i) => isSame(figure, b[i]));

/** The text is frozen: two layouts of one text and format are one. */
const sameText = (a: AuditDocument, b: AuditDocument): boolean =>
  a.layout === b.layout || (a.layout.text === b.layout.text && a.layout.format === b.layout.format);

const sameDocument = (a: AuditDocument, b: AuditDocument): boolean =>
  sameText(a, b) &&
  a.asOf === b.asOf &&
  a.entity === b.entity &&
  a.kind === b.kind &&
  a.role === b.role &&
  isSame(a.citations, b.citations) &&
  isSame(a.structure, b.structure) &&
  isSame(a.undisclosed, b.undisclosed) &&
  sameFigures(a.figures, b.figures);

type Found = Map<string, readonly Finding[]>;

/** What was found in a document, and under which sources. */
interface Memory {
  readonly alone: Found;
  sources: AuditModel['sources'];
  bySources: Found;
}

/** A document as it was given last, and the first of those like it, by which everything found in it is kept. */
interface Seen {
  readonly given: AuditDocument;
  readonly used: AuditDocument;
}

/** Told how many checks come, and asked before each whether to go on: it throws where not. */
export interface Steps {
  readonly begin: (all: number) => void;
  readonly step: () => void;
}

const ALL_OF_THEM: Steps = { begin: () => undefined, step: () => undefined };

export class Auditor {
  #seen = new Map<string, Seen>();
  #sources: AuditModel['sources'] = [];
  readonly #memories = new WeakMap<AuditDocument, Memory>();

  constructor(private readonly rules: readonly Rule[] = RULES) {}

  /** The same answer as `audit` gives; only the time differs. What was found before `steps` throws is kept for the next run. */
  run(model: AuditModel, steps = ALL_OF_THEM): AuditResult {
    const seen = model.documents.map((given): Seen => {
      const before = this.#seen.get(given.id);
      const isAsBefore = before && (before.given === given || sameDocument(before.used, given));
      return { given, used: isAsBefore ? before.used : given };
    });
    this.#seen = new Map(seen.map((one) => [one.given.id, one]));
    const documents = seen.map(({ used }) => used);
    if (!isSame(this.#sources, model.sources)) this.#sources = model.sources;
    const shared = { documents, sources: this.#sources };
    steps.begin(this.rules.length * documents.length);
    const findings = this.rules.flatMap((rule) =>
      documents.flatMap((document) => {
        steps.step();
        return this.#check(rule, document, shared);
      }),
    );
    return conclude(shared, findings);
  }

  #check(rule: Rule, document: AuditDocument, model: AuditModel): readonly Finding[] {
    if (!isAsked(rule, document)) return [];
    if (rule.across === 'documents') return rule.check(document, model);
    const memory = this.#memoryOf(document, model);
    const found = rule.across === 'sources' ? memory.bySources : memory.alone;
    const findings = found.get(rule.id) ?? rule.check(document, model);
    found.set(rule.id, findings);
    return findings;
  }

  #memoryOf(document: AuditDocument, { sources }: AuditModel): Memory {
    const known = this.#memories.get(document);
    const memory = known ?? { alone: new Map(), sources, bySources: new Map() };
    if (!known) this.#memories.set(document, memory);
    if (memory.sources !== sources) {
      memory.sources = sources;
      memory.bySources = new Map();
    }
    return memory;
  }
}
