/** Sets a note with Typst: fonts chosen by its characters, tables fitted, the template compiled, the result read back. */
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { TieoutError } from '../../../contract/errors';
import template from '../../../../resources/typeset/note.typ?raw';
import { compacted } from './compact';
import { fontsFor } from './font-files';
import type { Typeset, TypesetJob, TypesetStage } from './job';
import { lower, textsOf } from './lower';
import { readBack } from './read-back';
import type { Sheet, SheetBlock } from './sheet';
import { USUAL } from './table-plan';
import { codePointsOf, named } from './words';

/** The folder that the template's files stand in: none of the machine's, so that it can read nothing else. */
const NOWHERE = '/tieout-typeset';
/** What we print around the note's own words. */
const OURS = 'Contents Tieout Columns of As of Completed figures 0123456789 / · – % . , ( ) […] [U+ABCDEF] Untitled';

function diagnosticsOf(compiler: NodeCompiler, error: NodeError | null): readonly string[] {
  if (!error) return [];
  return compiler
    .fetchDiagnostics(error)
    .map((one: unknown) =>
      typeof one === 'object' && one !== null && 'message' in one ? String(one.message) : String(one),
    );
}

/** The typesetter's own words reach the log; a person is told what to do. */
function refused(reasons: readonly string[]): TieoutError {
  process.stderr.write(`tieout: the note could not be set: ${reasons.join('; ')}\n`);
  return new TieoutError(
    'E_BUG',
    `The PDF could not be set (${reasons[0] ?? 'no reason given'}). Export to Word or HTML instead.`,
  );
}

function compileSheet(sheet: Sheet, files: readonly Buffer[], tell: (stage: TypesetStage) => void) {
  const compiler = NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs: [...files] }] });
  compiler.mapShadow(`${NOWHERE}/sheet.json`, Buffer.from(JSON.stringify(sheet)));
  compiler.addSource(`${NOWHERE}/note.typ`, template);
  tell('setting');
  const compiled = compiler.compile({ mainFilePath: `${NOWHERE}/note.typ` });
  const document = compiled.result;
  if (!document) throw refused(diagnosticsOf(compiler, compiled.takeError()));
  tell('writing');
  try {
    // Its own check: everything tagged, described and shown, or no file.
    const pdf = compacted(new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' })));
    return { pdf, pages: document.numOfPages };
  } catch (reason) {
    throw refused([reason instanceof Error ? reason.message : String(reason)]);
  }
}

function tablesOf(blocks: readonly SheetBlock[]): readonly (SheetBlock & { readonly k: 'table' })[] {
  return blocks.flatMap((block) => {
    if (block.k === 'table') return [block];
    if (block.k === 'list') return block.items.flatMap(tablesOf);
    return block.k === 'quote' || block.k === 'turned' ? tablesOf(block.blocks) : [];
  });
}

type SheetTable = SheetBlock & { readonly k: 'table' };

/** A table by the first words of its head. */
function nameOf({ parts, caption }: SheetTable): string {
  const first = caption ?? parts[0]?.heads.find(({ x, body }) => x === 0 && body.length > 0)?.body ?? [];
  const words = first
    .map((one) => ('s' in one ? [one.s].flat().join('') : ''))
    .join('')
    .trim();
  return words === '' ? ' one without a head' : ` “${words.slice(0, 40)}”`;
}

const counted = (tables: readonly SheetTable[]): string =>
  tables.length === 1 ? '1 table' : `${tables.length} tables`;

/** Names what was done to fit, and what could not be shown. */
function warningsOf(sheet: Sheet, missing: ReadonlySet<number>): readonly string[] {
  const tables = tablesOf(sheet.blocks);
  const split = tables.filter(({ parts }) => parts.length > 1);
  const told = split.map(
    (one) => `A table${nameOf(one)} is too wide for a page and is printed in ${one.parts.length} parts.`,
  );
  const turned = tables.filter((one) => one.turned && one.parts.length === 1);
  const smaller = tables.filter((one) => one.size < USUAL && !one.turned && one.parts.length === 1);
  if (turned.length > 0)
    told.push(
      `${counted(turned)} ${turned.length === 1 ? 'stands on a turned page' : 'stand on turned pages'}:${turned.map(nameOf).join(',')}.`,
    );
  if (smaller.length > 0)
    told.push(
      `${counted(smaller)} ${smaller.length === 1 ? 'is' : 'are'} set smaller to fit:${smaller.map(nameOf).join(',')}.`,
    );
  const unshown = [...missing].map((one) => `${String.fromCodePoint(one)} (${named(one).slice(1, -1)})`);
  return unshown.length === 0
    ? told
    : [...told, `No font has these characters; their numbers are printed instead: ${unshown.join(', ')}.`];
}

export async function typeset(
  { printable, options }: Pick<TypesetJob, 'printable' | 'options'>,
  tell: (stage: TypesetStage) => void,
): Promise<Typeset> {
  tell('fitting');
  const fonts = await fontsFor(codePointsOf([OURS, ...textsOf(printable)]));
  const sheet = lower(printable, options, fonts);
  const { pdf, pages } = compileSheet(sheet, fonts.files, tell);
  tell('reading back');
  await readBack(pdf, sheet);
  return { bytes: pdf, pages, warnings: [...warningsOf(sheet, fonts.missing)] };
}
