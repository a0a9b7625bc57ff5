// What a format is stands in the tables of formats, so that a new one is its folder and its entry: elsewhere a property of
// it is asked, never its name.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSync, Visitor } from 'vite';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES } from '../../src/core/document/formats';
import { EXPORT_FORMATS } from '../../src/core/report/exports';

const root = resolve(import.meta.dirname, '../..');
const NAMES: ReadonlySet<unknown> = new Set<string>([...FORMAT_NAMES, ...EXPORT_FORMATS]);

/** Modules that may know formats by name, and why. */
const MAY: readonly (readonly [RegExp, string])[] = [
  [/^src\/core\/document\/formats\.ts$/, 'the table of what is read'],
  [/^src\/core\/report\/exports\.ts$/, 'the table of what is written'],
  [/^src\/main\/imports\/(?:sources\/)?[^/]+\/[^/]+\.ts$/, 'the folder of a format'],
  [/^src\/main\/exports\/(?:index|make-note)\.ts$/, 'what makes each export: the compiler asks for every one'],
];

const isFormat = (code: string): boolean => /format\w*\)?$/i.test(code);

/** Places of a module that decide by a format's name: a comparison, a case, a member of a list, the keys of a table. */
function decisions(file: string, code: string): readonly string[] {
  const found: string[] = [];
  const of = ({ start, end }: { readonly start: number; readonly end: number }): string => code.slice(start, end);
  const isName = (node: { readonly type: string; readonly value?: unknown }): boolean =>
    node.type === 'Literal' && NAMES.has(node.value);
  const visitor = new Visitor({
    BinaryExpression(node) {
      const { left, right } = node;
      if ((isName(right) && isFormat(of(left))) || (isName(left) && isFormat(of(right)))) found.push(of(node));
    },
    SwitchStatement(node) {
      if (!isFormat(of(node.discriminant))) return;
      if (node.cases.some((one) => one.test && isName(one.test))) found.push(`switch (${of(node.discriminant)})`);
    },
    ArrayExpression(node) {
      const named = node.elements.filter((one) => one !== null && isName(one));
      if (named.length > 1 && named.length === node.elements.length) found.push(of(node));
    },
    ObjectExpression(node) {
      const keys = node.properties.flatMap((one) => (one.type === 'Property' ? [of(one.key).replaceAll("'", '')] : []));
      // What a clipboard holds of one thing is no table of formats.
      const isClipboard = keys.every((key) => key === 'text' || key === 'html');
      if (keys.length > 1 && !isClipboard && keys.every((key) => NAMES.has(key))) found.push(`{ ${keys.join(', ')} }`);
    },
    TSUnionType(node) {
      const named = node.types.filter((one) => one.type === 'TSLiteralType' && isName(one.literal));
      if (named.length > 1 && named.length === node.types.length) found.push(of(node));
    },
  });
  visitor.visit(parseSync(file, code).program);
  return found;
}

const modules = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => relative(root, join(root, 'src', name)));

describe('a format is asked for what it is', () => {
  test('nothing outside the tables and the folders of formats decides by a name', () => {
    const others = modules.filter((name) => !MAY.some(([path]) => path.test(name)));
    expect(others.length).toBeGreaterThan(500);
    const named = others.flatMap((name) =>
      decisions(name, readFileSync(join(root, name), 'utf8')).map((what) => `${name}: ${what}`),
    );
    expect(named).toEqual([]);
  });

  test.each(MAY)('%s is there', (path) => {
    expect(modules.some((name) => path.test(name))).toBe(true);
  });

  test.each([
    ["if (layout.format === 'facts') go();", 1],
    ["const pages = 'pdf' !== document.format;", 1],
    ["switch (format) { case 'docx': go(); }", 1],
    ["const TEXTS = new Set(['text', 'markdown']);", 1],
    ["const LABELS = { csv: 'CSV', 'csl-json': 'CSL-JSON' };", 1],
    ["type Bibliography = 'bibtex' | 'ris';", 1],
    ["if (block.kind === 'table' || node.type === 'text') go();", 0],
    ["exportTo({ what, format: 'pdf' });", 0],
    ["const KINDS = ['text', 'number'];", 0],
    ["onPaste({ text: '', html: null });", 0],
    ['if (formatOf(layout.format).pages) go();', 0],
  ])('%s: %i', (code, count) => {
    expect(decisions('module.ts', code)).toHaveLength(count);
  });
});
