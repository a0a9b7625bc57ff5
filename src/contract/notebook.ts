/** Messages that the notebook process answers: the one list from which handlers, preload and types are made. */
import { z } from 'zod';
import { DOCUMENT_KINDS, DOCUMENT_ROLES } from '../core/document/kinds';
import { SORTED_COLUMNS } from '../core/figure/columns';
import { OFFERED_FIELDS, type NarrowingField, type FigureValues } from '../core/figure/fields';
import { ASSERTIONS, PROVENANCES } from '../core/figure/provenance';
import { STRUCTURE_TYPES } from '../core/structure/model';
import * as r from './records';
import { remapping } from './records/table-plan';
import { watchChange, watchRecord } from './watch';
import { watchedWork, workProgress } from './work';
import { SUPPORT_VERDICTS, SUPPORT_KINDS } from '../core/audit/verify/model';

const nothing = z.object({}).strict();
const query = <Q extends z.ZodType, A extends z.ZodType>(request: Q, response: A) => ({
  kind: 'query' as const,
  request,
  response,
});
/** A command is one transaction and one named undo step; `revision` is the notebook's after it. */
const command = <Q extends z.ZodType, A extends z.ZodType>(request: Q, response: A) => ({
  kind: 'command' as const,
  request,
  response,
});
const done = z.object({ revision: z.int() });
const created = done.extend({ id: r.id });
const historyStep = done.extend({ label: z.string().nullable(), step: z.int().nullable() });

/** A place in another document that supports a figure, or speaks against it. */
const supportOperand = r.span.extend({
  quote: z.string(),
  document: r.id,
  title: z.string(),
  context: z.string(),
  source: r.id.nullable(),
  /** `p. 12` where the document has pages. */
  page: z.string().nullable(),
});

/** Fields by whose values figures can be asked for, as `core/figure/fields.ts` says them. */
const narrowing = {
  metric: z.string(),
  entity: z.string(),
  period: z.string(),
  provenance: z.array(z.enum(PROVENANCES)),
  assertion: z.array(z.enum(ASSERTIONS)),
  review: z.array(r.review),
} satisfies { readonly [F in NarrowingField<'one'>]: z.ZodType<string> } & {
  readonly [F in NarrowingField<'several'>]: z.ZodType<FigureValues[F][]>;
};

const figureFilter = z
  .object({
    document: r.id,
    section: z.int(),
    ...narrowing,
    tiedOut: z.boolean(),
    withoutCitation: z.boolean(),
    source: r.id,
    ids: z.array(r.id).max(10_000),
    /** Words anywhere in quote, metric, entity, period, note. */
    quick: z.string().max(200),
    /** Column filters of the grid, each by the column's id, as typed into the filter row. */
    columns: z.record(z.string(), z.string()),
  })
  .partial();
export type FigureFilter = z.infer<typeof figureFilter>;

const sort = z.array(z.object({ column: z.enum(SORTED_COLUMNS), descending: z.boolean() })).max(8);

export const notebookMessages = {
  'notebook.info': query(nothing, r.notebookInfo),
  'history.list': query(z.object({ limit: z.int().max(1000), before: z.int().optional() }), z.array(r.changeRecord)),
  /** Without `step` the last one; the `revision` that a command answered names its own. `step` is null where nothing was done. */
  'history.undo': command(z.object({ step: z.int().min(1).optional() }).strict(), historyStep),
  'history.redo': command(nothing, historyStep),

  'document.list': query(nothing, z.array(r.documentSummary)),
  'document.read': query(z.object({ id: r.id }), r.readerDocument),
  /** Printed pages in order, without their runs; none where the format has no pages. */
  'document.pages': query(z.object({ id: r.id }), z.array(r.documentPage)),
  /** One page, by number or by a place in the text: its runs, six numbers each, as in `Page.runs`; null and none where there is none. */
  'document.page': query(
    z.union([z.object({ id: r.id, number: z.int().min(1) }), z.object({ id: r.id, at: r.offset })]),
    z.object({ number: z.int().min(1).nullable(), runs: z.array(z.number()) }),
  ),
  /** The bytes that were imported, for drawing a page as printed. */
  'document.original': query(z.object({ id: r.id }), z.object({ bytes: z.instanceof(Uint8Array) })),
  'document.update': command(
    z.object({
      id: r.id,
      set: z
        .object({
          title: z.string().max(1000),
          asOf: z.string().max(30).nullable(),
          entity: z.string().max(200).nullable(),
          fiscalYearEndMonth: z.int().min(1).max(12),
          kind: z.enum(DOCUMENT_KINDS),
          role: z.enum(DOCUMENT_ROLES),
        })
        .partial(),
    }),
    done,
  ),
  'document.remove': command(z.object({ id: r.id }), done),

  'figure.page': query(
    z.object({ filter: figureFilter, sort, start: z.int().min(0), end: z.int().min(0) }),
    z.object({ rows: z.array(r.figureRecord), total: z.int() }),
  ),
  'figure.detail': query(
    z.object({ id: r.id }),
    z.object({
      figure: r.figureRecord,
      documentTitle: z.string().nullable(),
      /** The page it is printed on, as it is cited (`p. 12`); null where the document has none. */
      page: z.string().nullable(),
      /** The sentence or row it stands in, with the quote's place inside it. */
      context: z.object({ text: z.string(), start: r.offset, end: r.offset }).nullable(),
      sources: z.array(r.sourceRecord),
      checks: z.array(r.findingRecord),
      mentions: z.array(
        z.object({
          id: r.id,
          section: z.string(),
          quote: z.string(),
          value: z.string(),
          agrees: z.boolean(),
          document: r.id,
          start: r.offset,
          end: r.offset,
        }),
      ),
      history: z.array(
        z.object({ at: z.string(), label: z.string(), field: z.string(), before: z.string(), after: z.string() }),
      ),
      readBy: z.array(z.object({ what: z.string(), rule: z.string(), words: z.string() })),
    }),
  ),
  /**
   * *Find support*: whether the figure's sentence stands in the notebook's other documents, or follows from figures there.
   * `operands` are places in those documents; `source` is the citable source of the document where there is one.
   */
  'figure.support': query(
    z.object({ id: r.id }),
    z.object({
      verdict: z.enum(SUPPORT_VERDICTS),
      /** Documents that were looked through. */
      searched: z.int(),
      kind: z.enum(SUPPORT_KINDS).nullable(),
      expression: z.string().nullable(),
      operands: z.array(supportOperand),
      /** What stands there instead where it refuses: a value better labelled as what the figure claims to be. */
      against: z
        .object({ value: z.string(), label: z.string(), expression: z.string(), operands: z.array(supportOperand) })
        .nullable(),
    }),
  ),
  /** Links a figure to the source that a document is, which is made where there is none. */
  'link.addDocument': command(
    z.object({ figure: r.id, document: r.id, locator: z.string().max(200).nullable() }),
    created,
  ),
  /** Like figures to which what was just set on one could be applied: offered, never silent. */
  'figure.suggest': query(z.object({ id: r.id, field: z.enum(OFFERED_FIELDS) }), z.array(r.figureRecord)),
  'figure.create': command(
    z.object({ place: z.object({ document: r.id, start: r.offset, end: r.offset }).nullable(), set: r.figureEdit }),
    created,
  ),
  'figure.update': command(
    z.object({
      edits: z.array(z.object({ id: r.id, set: r.figureEdit })).max(20_000),
      /** New figures of the same step: lines that were pasted below the last row. */
      create: z.array(r.figureEdit).max(20_000).optional(),
      label: z.string().max(200).optional(),
    }),
    done.extend({ changed: z.int() }),
  ),
  'figure.remove': command(z.object({ ids: z.array(r.id).min(1).max(20_000) }), done),

  'source.list': query(nothing, z.array(r.sourceRecord)),
  'source.create': command(z.object({ csl: r.cslItem }), created),
  'source.update': command(
    z.object({
      edits: z
        /** `tier` null takes back the tier that was set. */
        .array(z.object({ id: r.id, csl: r.cslEdit, tier: z.enum(r.TIERS).nullable().optional() }))
        .min(1)
        .max(20_000),
    }),
    done,
  ),
  'source.remove': command(z.object({ ids: z.array(r.id).min(1) }), done),
  /** `csl` is what the person chose field by field; without it `into` keeps its own and takes what it lacks. */
  'source.merge': command(z.object({ into: r.id, from: z.array(r.id).min(1), csl: r.cslEdit.optional() }), done),

  /** One source for all the figures, as one undo step. */
  'link.add': command(
    z.object({
      figures: z.array(r.id).min(1).max(20_000),
      source: r.id,
      locator: z.string().max(200).nullable(),
    }),
    done,
  ),
  'link.remove': command(z.object({ figure: r.id, source: r.id }), done),

  'annotation.add': command(
    z.object({
      document: r.id,
      start: r.offset,
      end: r.offset,
      body: z.string().max(100_000),
      colour: z.enum(r.HIGHLIGHTS),
      tags: z.array(z.string().max(100)).max(50),
    }),
    created,
  ),
  'annotation.update': command(
    z.object({
      id: r.id,
      set: z
        .object({
          body: z.string().max(100_000),
          colour: z.enum(r.HIGHLIGHTS),
          tags: z.array(z.string().max(100)).max(50),
        })
        .partial(),
    }),
    done,
  ),
  'annotation.remove': command(z.object({ id: r.id }), done),

  'audit.summary': query(z.object({ document: r.id.optional() }), r.auditSummary),
  'audit.run': command(nothing, done),
  /** The tie-out score after each audit that changed it, oldest first. */
  'audit.history': query(z.object({ limit: z.int().min(1).max(1000) }), z.array(r.scorePoint)),
  'rule.list': query(nothing, z.array(r.ruleRecord)),
  /** Switches a rule off in this notebook, with a reason that exports show, or on again (`off` null). */
  'rule.set': command(z.object({ rule: z.string().max(20), off: z.string().trim().min(1).max(2000).nullable() }), done),
  'finding.list': query(z.object({ document: r.id.optional(), includeOk: z.boolean() }), z.array(r.findingRecord)),
  'finding.setStatus': command(
    z.object({
      keys: z.array(z.string()).min(1).max(5000),
      status: z.enum(['open', 'accepted', 'dismissed', 'explained']),
      reason: z.string().max(5000),
    }),
    done,
  ),

  /** Of figures in conflict, the one that stands: it is ticked, the others are disputed, the finding is explained. */
  'finding.choose': command(
    z.object({ key: z.string(), figure: r.id, reason: z.string().trim().min(1).max(5000) }),
    done,
  ),

  /** The indicators that take their figures by themselves, with every reading. */
  'watch.list': query(nothing, z.array(watchRecord)),
  'structure.list': query(z.object({ document: r.id.optional() }), z.array(r.structureRecord)),
  'structure.create': command(
    z.object({
      type: z.enum(STRUCTURE_TYPES),
      label: z.string().max(5000),
      fields: z.record(z.string(), z.string().max(5000).nullable()),
      document: r.id.nullable(),
    }),
    created,
  ),
  'structure.update': command(
    z.object({
      id: r.id,
      set: z
        .object({
          label: z.string().max(5000),
          fields: z.record(z.string(), z.string().max(5000).nullable()),
          position: z.int(),
        })
        .partial(),
    }),
    done,
  ),
  'structure.remove': command(z.object({ ids: z.array(r.id).min(1) }), done),

  'report.list': query(nothing, z.array(r.reportRecord.omit({ body: true }))),
  'report.read': query(z.object({ id: r.id }), r.reportRecord),
  'report.check': query(z.object({ id: r.id }), r.reportCheck),
  'report.create': command(
    z.object({ title: z.string().max(1000), body: z.unknown(), language: z.string().max(20) }),
    created,
  ),
  /** Consecutive saves of one report within a minute are squashed into one undo step. */
  'report.save': command(z.object({ id: r.id, title: z.string().max(1000), body: z.unknown() }), done),
  'report.remove': command(z.object({ id: r.id }), done),
  /** Newest first. */
  'report.versions': query(z.object({ id: r.id }), z.array(r.reportVersion)),
  /** Keeps the report as it is now, its figures as they read now; one of the same name is replaced. */
  'report.keep': command(z.object({ id: r.id, name: z.string().trim().min(1).max(200) }), created),
  /** From a kept version to another, or to the report as it is now. */
  'report.compare': query(
    z.object({ id: r.id, since: r.id, until: r.id.nullable().default(null) }),
    r.reportComparison,
  ),
  /** The words of a version become the report's; its figures read as the notebook has them now. */
  'report.restore': command(z.object({ id: r.id, version: r.id }), done),
  'report.forget': command(z.object({ version: r.id }), done),

  'note.list': query(nothing, z.array(r.noteRecord)),
  'note.save': command(
    z.object({
      id: r.id.nullable(),
      body: z.string().max(100_000),
      figure: r.id.nullable(),
      document: r.id.nullable(),
    }),
    created,
  ),
  'note.remove': command(z.object({ id: r.id }), done),

  'view.list': query(z.object({ place: z.string().max(60) }), z.array(r.viewRecord)),
  'view.save': command(
    z.object({ id: r.id.nullable(), place: z.string().max(60), name: z.string().min(1).max(200), state: z.unknown() }),
    created,
  ),
  'view.remove': command(z.object({ id: r.id }), done),

  'search.query': query(z.object({ text: z.string().max(500), limit: z.int().min(1).max(200) }), z.array(r.searchHit)),

  /**
   * The plan of an import that main handed to the notebook process, made anew under the same id where the notebook has changed
   * since. Commit does exactly what it shows or answers `E_STALE`.
   */
  'import.plan': query(z.object({ id: r.id }), r.importPlan),
  /**
   * `replaces`: the document that this is a newer version of, null for none, left out for what the plan proposes.
   * `sources`: for items of a bibliography that differ, the fields to take; others are as the plan proposes.
   * `remember`: of a table, the name under which its mapping is kept.
   */
  'import.commit': command(
    z.object({
      id: r.id,
      /** The revision of the plan that the person saw. */
      revision: z.int().optional(),
      remember: z.string().min(1).max(200).optional(),
      replaces: r.id.nullable().optional(),
      sources: z.array(z.object({ item: z.int().min(0), take: z.array(z.string().max(60)).max(100) })).optional(),
    }),
    /** `watch`: indicators with a new reading. `figures`: of a table, those that were added or changed; none where they are too many to name. */
    created.extend({ figures: z.array(r.id), watch: z.array(watchChange) }),
  ),
  /** The same table read another way: a new plan in the place of the old one, which is discarded. */
  'import.remap': query(z.object({ id: r.id, use: remapping }), r.tablePlan),
  /** The same page with or without what stands around its article: a new plan in the place of the old one. */
  'import.whole': query(z.object({ id: r.id, whole: z.boolean() }), r.documentPlan),
  'import.discard': query(z.object({ id: r.id }), nothing),

  /** How far the work is that a call of `what` began. */
  'work.progress': query(watchedWork, workProgress),
  /** Asks work to end with nothing changed; its own call then answers `E_CANCELLED`, or that it was done by then. */
  'work.stop': query(watchedWork, z.object({ stopped: z.boolean() })),

  /** The notebook's own log, oldest line first: what was slow, what failed. It holds no text of a note. */
  'log.read': query(nothing, z.object({ lines: z.array(z.string()) })),

  'backup.list': query(
    nothing,
    z.array(
      z.object({
        name: z.string(),
        at: z.string(),
        bytes: z.int(),
        kind: z.enum(r.BACKUP_KINDS),
      }),
    ),
  ),
  'backup.now': query(nothing, z.object({ name: z.string() })),
} as const;

export type NotebookMessages = typeof notebookMessages;
export type NotebookMessage = keyof NotebookMessages;
export type NotebookRequest<M extends NotebookMessage> = z.input<NotebookMessages[M]['request']>;
export type NotebookResponse<M extends NotebookMessage> = z.output<NotebookMessages[M]['response']>;

/** Tables by which the renderer's cache is invalidated after a commit. */
const TABLES = [
  'document',
  'figure',
  'source',
  'link',
  'annotation',
  'finding',
  'structure',
  'report',
  'note',
  'view',
  'history',
] as const;
export const changedEvent = z.object({ tables: z.array(z.enum(TABLES)), revision: z.int() });
export type ChangedEvent = z.infer<typeof changedEvent>;
