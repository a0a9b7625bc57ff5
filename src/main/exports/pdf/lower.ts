/** A note and its appendix as data for the template: the template decides nothing. */
import type { Paper } from '../../../core/report/exports';
import { PROVENANCE_LABEL, PROVENANCES } from '../../../core/figure/provenance';
import { gridOf } from '../note/cells';
import type { Printable } from '../note/note';
import { scoreOf, scoreText, typedText } from '../note/appendix';
import { type Inline, type Note, type NoteBlock, textOf } from '../note/note';
import { type Fonts, MONO, TEXT, UI } from './font-files';
import { InlineLowering, type Setting } from './lower-inlines';
import { isBibliography, labelOf, lowerTable } from './lower-table';
import { addMark } from './marks';
import { measureWith } from './measure';
import type { Sheet, SheetBlock } from './sheet';
import type { Space } from './table-plan';
import { bare, shown } from './words';

export interface PdfOptions {
  readonly paper: Paper;
  readonly contents: boolean;
  readonly appendix: boolean;
}

/** As Typst names them. */
const TYPST_PAPER: Readonly<Record<Paper, Sheet['paper']>> = { A4: 'a4', Letter: 'us-letter' };

const MM = 72 / 25.4;
/** Points between margins of 20 mm. */
const SPACE: Readonly<Record<PdfOptions['paper'], Space>> = {
  A4: { upright: 170 * MM, turned: 257 * MM },
  Letter: { upright: 612 - 40 * MM, turned: 792 - 40 * MM },
};
/** A list or a quotation takes this much of the line. */
const INDENT = 20;
/** In font sizes of running text: a longer word breaks. */
const LINE = 10.2;

/** Fewer headings than this need no list of contents. */
const WORTH_A_LIST = 3;

/** A paragraph that ends so is about what comes next. */
const LEADS_OVER = /[:：]\s*$/;

class BlockLowering {
  #level = 1;

  constructor(
    readonly setting: Setting,
    readonly space: Space,
    /** How much deeper every heading stands than the note says, so that the title stands alone at the top. */
    readonly shift: number,
  ) {}

  all(blocks: readonly NoteBlock[]): readonly SheetBlock[] {
    return together(this.#blocks(blocks, 0));
  }

  inlines(inlines: readonly Inline[], depth: number, bold = false) {
    const limit = (this.space.upright - INDENT * depth) / LINE / (bold ? 1.9 : 1);
    const force = this.setting.measure.inlines(inlines, bold).word > limit;
    return new InlineLowering(this.setting, limit, force, bold).all(inlines);
  }

  heading(block: NoteBlock & { readonly kind: 'heading' }, level: number): (SheetBlock & { readonly k: 'h' })[] {
    const plain = shown(bare(textOf(block.inlines)), this.setting.missing)
      .replace(/\s+/g, ' ')
      .trim();
    return plain === '' ? [] : [{ k: 'h', level, plain, body: this.inlines(block.inlines, 0, true) }];
  }

  #blocks(blocks: readonly NoteBlock[], depth: number): SheetBlock[] {
    return blocks.flatMap((block, at) => {
      const lowered = this.#block(block, depth);
      const next = blocks[at + 1]?.kind;
      if (block.kind !== 'paragraph' || (next !== 'table' && next !== 'list')) return lowered;
      return lowered.map((one) => (one.k === 'p' ? { ...one, leads: LEADS_OVER.test(textOf(block.inlines)) } : one));
    });
  }

  #block(block: NoteBlock, depth: number): SheetBlock[] {
    switch (block.kind) {
      case 'heading': {
        // No level is skipped: readers of pages are told the outline by it.
        this.#level = Math.max(2, Math.min(block.level + this.shift, this.#level + 1, 6));
        return this.heading(block, this.#level);
      }
      case 'paragraph':
        return [{ k: 'p', body: this.inlines(block.inlines, depth), leads: false }];
      case 'list': {
        const items = block.items.map((item) => this.#blocks(item, depth + 1));
        return [{ k: 'list', ordered: block.ordered, start: block.start, items }];
      }
      case 'table': {
        // A page turns only for what stands on it by itself.
        const { upright, turned } = this.space;
        const space = depth === 0 ? { upright, turned } : { upright: upright - INDENT * depth, turned: 0 };
        return lowerTable(block, this.setting, space);
      }
      case 'quote':
        return [{ k: 'quote', blocks: this.#blocks(block.blocks, depth + 1) }];
      case 'code':
        return [{ k: 'code', s: shown(bare(block.text), this.setting.missing) }];
      case 'rule':
        return [{ k: 'rule' }];
      case 'references': {
        const entries = block.entries.map(({ number, label, inlines }) => ({
          to: `reference-${number}`,
          label: label && shown(bare(label), this.setting.missing),
          body: this.inlines(inlines, depth + 2),
        }));
        return [{ k: 'refs', counted: entries.some(({ label }) => label !== null), entries }];
      }
    }
  }
}

const isLandscape = (block: SheetBlock): boolean => block.k === 'table' && block.turned;

/** How many letters may stand between two turned tables without a page of their own. */
const BETWEEN = 500;

const lettersOf = (block: SheetBlock): number =>
  block.k === 'h' || block.k === 'p'
    ? block.body.reduce((sum, inline) => sum + ('s' in inline ? [inline.s].flat().join('').length : 8), 0)
    : Number.POSITIVE_INFINITY;

/** Turned tables share their pages with the headings above them and with the little that stands between two. */
function together(blocks: readonly SheetBlock[]): readonly SheetBlock[] {
  const out: SheetBlock[] = [];
  let turned: SheetBlock[] = [];
  let waiting: SheetBlock[] = [];
  const close = (): void => {
    if (turned.length > 0) out.push({ k: 'turned', blocks: turned });
    out.push(...waiting);
    [turned, waiting] = [[], []];
  };
  for (const block of blocks) {
    if (isLandscape(block)) {
      if (turned.length === 0) {
        const heads: SheetBlock[] = [];
        while (out.at(-1)?.k === 'h') heads.unshift(...out.splice(-1));
        turned = heads;
      }
      turned.push(...waiting, block);
      waiting = [];
    } else if (turned.length === 0) out.push(block);
    else {
      waiting.push(block);
      if (waiting.reduce((sum, one) => sum + lettersOf(one), 0) > BETWEEN) close();
    }
  }
  close();
  return out;
}

function tablesOf(blocks: readonly NoteBlock[]): readonly (NoteBlock & { kind: 'table' })[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return [block];
    if (block.kind === 'quote') return tablesOf(block.blocks);
    return block.kind === 'list' ? block.items.flatMap(tablesOf) : [];
  });
}

function anchorsOf(blocks: readonly NoteBlock[]): ReadonlySet<string> {
  const list = tablesOf(blocks).find(isBibliography);
  const cells = list ? gridOf(list.rows).cells : [];
  const references = blocks.flatMap((block) => (block.kind === 'references' ? block.entries : []));
  return new Set([
    ...cells.flatMap((one) => (one.column === 0 && !one.cell.header ? [labelOf(one)] : [])),
    ...references.map(({ number }) => `reference-${number}`),
  ]);
}

/** Every string that will be set, for the fonts to be chosen by. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [bare(value)];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function legendOf(note: Note, setting: Setting): Sheet['legend'] {
  const mark = (of: Parameters<typeof addMark>[0]): string => addMark(of, setting.marks);
  const used = PROVENANCES.filter((one) => note.figures.some(({ provenance }) => provenance === one));
  const pair = note.figures.find(({ inheritedClass }) => inheritedClass !== null);
  return [
    ...used.map((provenance) => ({
      m: mark({ provenance, inherited: null }),
      label: PROVENANCE_LABEL[provenance].toLowerCase(),
    })),
    ...(pair?.inheritedClass
      ? [
          {
            m: mark({ provenance: pair.provenance, inherited: pair.inheritedClass }),
            label: `derived, its weakest input ${PROVENANCE_LABEL[pair.inheritedClass].toLowerCase()}; other pairs alike`,
          },
        ]
      : []),
  ];
}

function factsOf(note: Note, completedAt: string | null): readonly string[] {
  const score = scoreOf(note.figures, note.typed);
  const count = note.figures.length;
  return [
    note.about,
    note.author,
    note.asOf && `As of ${note.asOf}`,
    completedAt && `Completed ${completedAt}`,
    count > 0 && `${count} ${count === 1 ? 'figure' : 'figures'}`,
    typedText(note.typed.length),
    score && `${score.tied} of ${score.counted} that need a source tie out (${scoreText(score.share)})`,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
}

function dateOf(completedAt: string | null): Sheet['date'] {
  const [year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)/.exec(completedAt ?? '') ?? []).slice(1).map(Number);
  return year && month && day ? [year, month, day] : null;
}

const headingLevels = (blocks: readonly NoteBlock[]): readonly number[] =>
  blocks.flatMap((block) => (block.kind === 'heading' && textOf(block.inlines).trim() !== '' ? [block.level] : []));

export function lower({ note, appendix, completedAt }: Printable, options: PdfOptions, fonts: Fonts): Sheet {
  const setting: Setting = {
    measure: measureWith(fonts),
    missing: fonts.missing,
    anchors: anchorsOf([...note.blocks, ...(options.appendix ? appendix : [])]),
    marks: new Map(),
  };
  const [first, ...rest] = note.blocks;
  const space = SPACE[options.paper];
  const titled = first?.kind === 'heading' && textOf(first.inlines).trim() !== '';
  const body = titled ? rest : note.blocks;
  const blocks = new BlockLowering(setting, space, Math.min(9, ...headingLevels(body)) === 1 ? 1 : 0);
  const titleBlock = titled
    ? first
    : { kind: 'heading' as const, level: 1, inlines: [{ kind: 'text' as const, text: note.title || 'Untitled' }] };
  const [heading] = blocks.heading(titleBlock, 1);
  const after = options.appendix ? new BlockLowering(setting, space, 1).all(appendix) : [];
  const lowered = blocks.all(body);
  const legend = legendOf(note, setting);
  const headings = headingLevels([...body, ...(options.appendix ? appendix : [])]);
  const title = shown(bare(note.title), fonts.missing).replace(/\s+/g, ' ').trim() || 'Untitled';
  return {
    title,
    language: note.language,
    author: note.author,
    asOf: note.asOf ?? '',
    date: dateOf(completedAt),
    paper: TYPST_PAPER[options.paper],
    heading: heading ?? { k: 'h', level: 1, plain: title, body: [{ k: 't', s: title }] },
    facts: factsOf(note, completedAt),
    legend,
    contents: options.contents && headings.length >= WORTH_A_LIST,
    blocks: lowered,
    appendix: after,
    marks: Object.fromEntries(setting.marks),
    fonts: {
      text: [TEXT, UI, ...fonts.fallbacks],
      ui: [UI, TEXT, ...fonts.fallbacks],
      mono: [MONO, UI, TEXT, ...fonts.fallbacks],
    },
  };
}
