// docs/rules.md is what the rules say of themselves. `UPDATE_DOCS=1 npx vitest run tests/core/audit/rules-document` writes it.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { RULES } from '../../../src/core/audit/rules/index';
import { rulesDocument } from '../../../src/core/audit/rules-document';

const FILE = fileURLToPath(new URL('../../../docs/rules.md', import.meta.url));

it('docs/rules.md is current', () => {
  const made = rulesDocument(RULES);
  if (process.env['UPDATE_DOCS']) {
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, made);
  }
  expect(readFileSync(FILE, 'utf8'), 'run with UPDATE_DOCS=1 to write it').toBe(made);
});
