/**
 * The fonts a note needs, as data URIs, so that an exported file shows the same everywhere and loads nothing. Only the
 * slices that cover characters of the text are taken: a note in English carries no Chinese font.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

// Not named `require`: the build puts one of its own into every file.
const packages = createRequire(import.meta.url);

/**
 * All under the SIL Open Font License 1.1. Static cuts, not variable fonts: Chromium prints those as Type 3 drawings, which
 * no reader can name or search well. The fallback is taken only for what one of the others lacks.
 */
const SHEETS = {
  text: ['400', '400-italic', '600', '600-italic'].map((face) => `@fontsource/source-serif-4/${face}.css`),
  ui: ['400', '500', '600'].map((face) => `@fontsource/inter/${face}.css`),
  fallback: ['@fontsource/noto-sans-sc/400.css', '@fontsource/noto-sans-sc/600.css'],
} as const;

interface Face {
  readonly css: string;
  readonly file: string;
  readonly covers: (codePoint: number) => boolean;
}

function coverage(ranges: string | undefined): (codePoint: number) => boolean {
  if (!ranges) return () => true;
  const pairs = ranges.split(',').map((part): readonly [number, number] => {
    const [low = '0', high = low] = part.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(low, 16), Number.parseInt(high, 16)];
  });
  return (codePoint) => pairs.some(([low, high]) => codePoint >= low && codePoint <= high);
}

async function facesOf(sheet: string): Promise<readonly Face[]> {
  const cssFile = packages.resolve(sheet);
  const css = await readFile(cssFile, 'utf8');
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, rule = '']): Face[] => {
    const url = /url\(([^)]+\.woff2)\)/.exec(rule)?.[1];
    if (!url) return [];
    const declarations = rule.replace(/\s*(?:src|font-display):[^;]*;/g, '').trim();
    return [
      {
        css: declarations,
        file: path.join(path.dirname(cssFile), url),
        covers: coverage(/unicode-range:([^;]*);/.exec(rule)?.[1]),
      },
    ];
  });
}

type Family = keyof typeof SHEETS;
let loaded: Promise<Readonly<Record<Family, readonly Face[]>>> | undefined;

async function load(): Promise<Readonly<Record<Family, readonly Face[]>>> {
  const family = async (name: Family) => (await Promise.all(SHEETS[name].map(facesOf))).flat();
  const [text, ui, fallback] = await Promise.all([family('text'), family('ui'), family('fallback')]);
  return { text, ui, fallback };
}

/** `@font-face` rules for every slice that covers a character of `text`. */
export async function fontFaces(text: string): Promise<string> {
  loaded ??= load();
  const faces = await loaded;
  const codePoints = Array.from(new Set(text), (character) => character.codePointAt(0) ?? 0);
  const covered = (family: readonly Face[], codePoint: number) => family.some((face) => face.covers(codePoint));
  const lacking = codePoints.filter((c) => !covered(faces.text, c) || !covered(faces.ui, c));
  const needed = [
    ...[...faces.text, ...faces.ui].filter((face) => codePoints.some(face.covers)),
    ...faces.fallback.filter((face) => lacking.some(face.covers)),
  ];
  const rules = needed.map(async ({ css, file }) => {
    const data = (await readFile(file)).toString('base64');
    return `@font-face{${css}src:url(data:font/woff2;base64,${data}) format("woff2");}`;
  });
  return (await Promise.all(rules)).join('\n');
}
