// Blocks of code are left out, and the plan says so; tables drawn in fences are read.
import { expect, it } from 'vitest';
import { runImport } from '../../../src/main/imports/run-import';

const importOf = async (text: string) => {
  const result = await runImport(new TextEncoder().encode(text), 'note.md');
  if (result.kind !== 'document') throw new Error(result.kind);
  return result;
};
const codes = ({ normalised }: { readonly normalised: { readonly problems: readonly { readonly code: string }[] } }) =>
  normalised.problems.map(({ code }) => code);

it.each([
  ['# Model\n\n```python\nprice = 12.5\nprint(price)\n```\n', ['W_CODE_NOT_READ']],
  ['# Model\n\n```js\nconst shares = 340;\nrun({ shares });\n```\n', ['W_CODE_NOT_READ']],
  ['# Model\n\n```\nItem        2024    2025\nRevenue      $12     $13\nCosts        $10     $11\n```\n', []],
  ['# Model\n\n```sh\nmake all\n```\n', []],
])('%j', async (text, expected) => {
  expect(codes(await importOf(text))).toEqual(expected);
});
