/**
 * The fonts a PDF is set in: files that ship with the app, all under the SIL Open Font License 1.1, never the machine's, so
 * that every machine prints the same. The fallbacks are large and are read only for characters that the first ones lack.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type Face, readFace } from './ttf';

// Not named `require`: the build puts one of its own into every file.
const packages = createRequire(import.meta.url);

/** A cut of a family: its package, folder and file as `@expo-google-fonts` names them. */
const file = (name: string, prefix: string, cut: string): string =>
  `@expo-google-fonts/${name}/${cut}/${prefix}_${cut}.ttf`;

const cuts = (name: string, prefix: string, ...names: readonly string[]): readonly string[] =>
  names.map((cut) => file(name, prefix, cut));

export const TEXT = 'Source Serif 4';
export const UI = 'Inter';
export const MONO = 'Source Code Pro';

interface Family {
  readonly name: string;
  /** The first is the one that is measured. */
  readonly files: readonly string[];
}

const FIRST: readonly Family[] = [
  {
    name: TEXT,
    files: cuts(
      'source-serif-4',
      'SourceSerif4',
      '400Regular',
      '400Regular_Italic',
      '600SemiBold',
      '600SemiBold_Italic',
    ),
  },
  { name: UI, files: cuts('inter', 'Inter', '400Regular', '400Regular_Italic', '600SemiBold', '600SemiBold_Italic') },
  { name: MONO, files: cuts('source-code-pro', 'SourceCodePro', '400Regular') },
];

/** In order: a character is shown by the first that has it. */
const FALLBACKS: readonly Family[] = [
  { name: 'Noto Sans SC', files: cuts('noto-sans-sc', 'NotoSansSC', '400Regular', '600SemiBold') },
  { name: 'Noto Sans Symbols', files: cuts('noto-sans-symbols', 'NotoSansSymbols', '400Regular') },
  { name: 'Noto Sans Symbols 2', files: cuts('noto-sans-symbols-2', 'NotoSansSymbols2', '400Regular') },
  { name: 'Noto Sans Math', files: cuts('noto-sans-math', 'NotoSansMath', '400Regular') },
  { name: 'Noto Emoji', files: cuts('noto-emoji', 'NotoEmoji', '400Regular') },
  { name: 'Noto Sans KR', files: cuts('noto-sans-kr', 'NotoSansKR', '400Regular', '600SemiBold') },
  { name: 'Noto Sans Thai', files: cuts('noto-sans-thai', 'NotoSansThai', '400Regular') },
];

const read = async (name: string): Promise<Buffer> => readFile(packages.resolve(name));

export interface Fonts {
  /** Names of the families in use beyond the first ones, in order. */
  readonly fallbacks: readonly string[];
  readonly files: readonly Buffer[];
  readonly ui: Face;
  readonly uiBold: Face;
  readonly text: Face;
  readonly behind: readonly Face[];
  /** Characters of the text that no font has. */
  readonly missing: ReadonlySet<number>;
}

async function loaded(families: readonly Family[]): Promise<readonly (readonly Buffer[])[]> {
  return Promise.all(families.map(({ files }) => Promise.all(files.map(read))));
}

function faceOf(files: readonly Buffer[] | undefined, at: number): Face {
  const bytes = files?.[at];
  if (!bytes) throw new Error('A font of the app is missing: run npm ci again.');
  return readFace(bytes);
}

/** What is needed to set `codePoints`; a character counts as shown only where text and tables can show it. */
export async function fontsFor(codePoints: ReadonlySet<number>): Promise<Fonts> {
  const first = await loaded(FIRST);
  const [text, ui, uiBold, mono] = [faceOf(first[0], 0), faceOf(first[1], 0), faceOf(first[1], 2), faceOf(first[2], 0)];
  const lacking = new Set([...codePoints].filter((one) => [text, ui, mono].some((face) => face.glyphOf(one) === 0)));
  const missing = new Set([...lacking].filter((one) => [text, ui].every((face) => face.glyphOf(one) === 0)));
  const fallbacks: string[] = [];
  const files: Buffer[] = first.flat();
  const behind: Face[] = [];
  for (const family of FALLBACKS) {
    if (lacking.size === 0) break;
    const [own = []] = await loaded([family]);
    const face = faceOf(own, 0);
    const shown = [...lacking].filter((one) => face.glyphOf(one) !== 0);
    if (shown.length === 0) continue;
    for (const one of shown) {
      lacking.delete(one);
      missing.delete(one);
    }
    fallbacks.push(family.name);
    files.push(...own);
    behind.push(face);
  }
  return { fallbacks, files, ui, uiBold, text, behind, missing };
}
