// A function that other modules call says in a doc comment what it gives, in which units, and when it gives nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const FOLDERS = ['src/core', 'src/contract', 'src/main/ipc', 'src/main/app', 'src/main/storage'];

interface Exported {
  readonly name: string;
  readonly isDocumented: boolean;
}

/** The functions that a module exports at its top level, arrow functions of constants too. */
function exportedFunctions(file: string, text: string): readonly Exported[] {
  const { program, comments } = parseSync(file, text);
  const ends = comments.filter(({ type, value }) => type === 'Block' && value.startsWith('*')).map(({ end }) => end);
  return program.body.flatMap((statement): readonly Exported[] => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return [];
    // A line for the linter may stand between.
    const between = (end: number): string => text.slice(end, statement.start).replaceAll(/^\s*\/\/.*$/gmu, '');
    const isDocumented = ends.some((end) => end <= statement.start && between(end).trim() === '');
    const { declaration } = statement;
    if (declaration.type === 'FunctionDeclaration') return [{ name: declaration.id?.name ?? '', isDocumented }];
    if (declaration.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ id, init }) =>
      init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression'
        ? [{ name: id.type === 'Identifier' ? id.name : '', isDocumented }]
        : [],
    );
  });
}

const modules = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name)),
);

describe('an exported function has a doc comment', () => {
  test.each(FOLDERS)('%s', (folder) => {
    const own = modules.filter((file) => file.startsWith(join(root, folder)));
    const bare = own.flatMap((file) =>
      exportedFunctions(file, readFileSync(file, 'utf8'))
        .filter(({ isDocumented }) => !isDocumented)
        .map(({ name }) => `${relative(root, file)} ${name}`),
    );
    expect(own).not.toEqual([]);
    expect(bare).toEqual([]);
  });

  test.each([
    ['export function bare() {}', ['bare']],
    ['/** Says it. */\nexport function told() {}', []],
    ['/** Says it. */\n// oxlint-disable-next-line no-empty -- reason\nexport function told() {}', []],
    ['/* Not for readers. */\nexport async function bare() {}', ['bare']],
    ['/** Of the constant. */\nconst A = 1;\nexport const bare = () => A;', ['bare']],
    ['/** Says it. */\nexport const told = () => 1;\nexport const bare = function () {};', ['bare']],
    ['export const value = 1;\nexport type Shape = string;\nfunction own() {}', []],
  ])('%j', (text, bare) => {
    const found = exportedFunctions('module.ts', text).filter(({ isDocumented }) => !isDocumented);
    expect(found.map(({ name }) => name)).toEqual(bare);
  });
});
