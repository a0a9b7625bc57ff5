/** The audit: numbers that lead somewhere, and findings walked, opened and settled from the keyboard. */
import { expect, test } from '@playwright/test';
import { cell, focusedCell } from './support/grid';
import { showView } from './support/launch';
import { expectAccessible, expectNothingCutOff, oneApp } from './support/window';

const { page } = oneApp();
const tab = (name: RegExp) => page().getByRole('group', { name: 'Status' }).getByRole('button', { name });
const severity = (name: string) =>
  page().getByRole('group', { name: 'Severity' }).getByRole('button', { name, exact: true });
const detail = () => page().locator('.finding');
const message = (row: number) => cell(page(), row, 'message');
const counted = async (name: RegExp) => Number((await tab(name).innerText()).replace(/\D/g, ''));

/** A rule with an open finding that shows its recomputation. */
async function ruleThatRecomputes(): Promise<string> {
  const rule = await page().evaluate(async () => {
    const reply = await window.tieout['finding.list']({ includeOk: false });
    const found = reply.ok
      ? reply.value.find(({ expression, status }) => expression !== null && status === 'open')
      : null;
    return found?.rule ?? '';
  });
  expect(rule).not.toBe('');
  return rule;
}

test.beforeEach(async () => {
  await showView(page(), 'audit');
  await expect(message(0)).toBeVisible();
});

test('the score never rounds up and says of how many', async () => {
  const text = await page().locator('.kpi').first().innerText();
  const [, percent, tied, figures] = text.match(/(\d+)%[\s\S]*?(\d+) of (\d+) figures that need a source/) ?? [];
  expect(Number(percent)).toBe(Math.floor((100 * Number(tied)) / Number(figures)));
  await page()
    .getByRole('button', { name: /without a citation/ })
    .click();
  await expect(page().locator('[data-view="figures"]')).toBeVisible();
  await expect(page().getByRole('button', { name: /Without a citation/ })).toHaveAttribute('aria-pressed', 'true');
  await page().getByRole('button', { name: /^All/ }).click();
});

test('coverage says its numbers in words and as a table', async () => {
  const coverage = page().getByRole('region', { name: 'Provenance coverage' });
  await expect(coverage.getByRole('listitem').first()).toHaveAttribute('aria-label', /\d+ figures, \d+% tied out/);
  await coverage.getByRole('button', { name: 'Entity' }).click();
  await expect(coverage.getByRole('heading')).toHaveText('Provenance by entity');
  await coverage.getByRole('button', { name: 'Table' }).click();
  await expect(coverage.getByRole('columnheader', { name: 'Tied' })).toBeVisible();
  await expectAccessible(page());
  await coverage.getByRole('button', { name: 'Table' }).click();
  await coverage.getByRole('button', { name: 'Section' }).click();
});

test('J and K walk, the recomputation links its operands, Enter opens the quote', async () => {
  await page().keyboard.press('j');
  expect(await focusedCell(page())).toBe('0 message');
  await page().keyboard.press('j');
  expect(await focusedCell(page())).toBe('1 message');
  await page().keyboard.press('k');
  expect(await focusedCell(page())).toBe('0 message');
  await expect(detail().locator('.finding-message')).toHaveText((await message(0).textContent()) ?? '');
  await page()
    .getByRole('combobox', { name: 'Rule' })
    .selectOption(await ruleThatRecomputes());
  await page().keyboard.press('j');
  await expect(detail().locator('.operand').first()).toBeVisible();
  await expect(detail().locator('.verdict')).toContainText('Verdict');
  await cell(page(), 0, 'message').click();
  await page().keyboard.press('Enter');
  await expect(page().locator('[data-view="reader"]')).toBeVisible();
  await expect
    .poll(() => page().evaluate(() => [...CSS.highlights.keys()].sort().join(' ')))
    .toContain('landing operand');
  await page().keyboard.press('Alt+ArrowLeft');
  await expect(page().locator('[data-view="audit"]')).toBeVisible();
});

test('A accepts, D and E ask for a reason, U takes back', async () => {
  const open = await counted(/Open/);
  await page().keyboard.press('j');
  await page().keyboard.press('a');
  await expect.poll(() => counted(/Open/)).toBe(open - 1);
  await page().keyboard.press('u');
  await expect.poll(() => counted(/Open/)).toBe(open);
  await message(0).click();
  await page().keyboard.press('d');
  const dialog = page().getByRole('dialog', { name: 'Dismiss' });
  await expect(dialog.getByRole('button', { name: 'Dismiss', exact: true })).toBeDisabled();
  await dialog.getByLabel('Reason').fill('Known and harmless');
  await expectAccessible(page());
  await page().keyboard.press('Control+Enter');
  await expect.poll(() => counted(/Open/)).toBe(open - 1);
  await tab(/Resolved/).click();
  await expect(cell(page(), 0, 'status')).toHaveText('Dismissed');
  await message(0).click();
  await expect(detail()).toContainText('Known and harmless');
  await detail().getByRole('button', { name: 'Reopen' }).click();
  await tab(/Open/).click();
  await expect.poll(() => counted(/Open/)).toBe(open);
  await message(0).click();
  await page().keyboard.press('e');
  await page().getByRole('dialog', { name: 'Explain' }).getByLabel('Reason').fill('Two methods');
  await page().getByRole('button', { name: 'Save the explanation' }).click();
  await expect.poll(() => counted(/Open/)).toBe(open - 1);
  await page().keyboard.press('u');
  await expect.poll(() => counted(/Open/)).toBe(open);
});

test('T ticks the claimed figure', async () => {
  await message(0).click();
  await page().keyboard.press('t');
  await expect(detail().getByRole('button', { name: 'Ticked' })).toBeVisible();
  await page().keyboard.press('u');
  await expect(detail().getByRole('button', { name: 'Tick', exact: true })).toBeVisible();
});

test('checks that hold are shown where asked for, groups have heads that J passes over', async () => {
  await severity('OK').click();
  await expect(cell(page(), 0, 'status')).toHaveText('Holds');
  await severity('OK').click();
  await page().getByRole('combobox', { name: 'Group findings' }).selectOption('rule');
  await expect(page().locator('.grid-group').first()).toBeVisible();
  await page().keyboard.press('j');
  await expect.poll(() => focusedCell(page())).toBe('1 message');
  await page().getByRole('combobox', { name: 'Group findings' }).selectOption('entity');
  await expect(page().locator('.grid-group').first()).toBeVisible();
  await page().getByRole('combobox', { name: 'Group findings' }).selectOption('none');
});

test('several findings are settled at once as one step', async () => {
  const open = await counted(/Open/);
  await message(0).click();
  await page().keyboard.press('Shift+ArrowDown');
  await page().keyboard.press('Shift+ArrowDown');
  await page().keyboard.press('a');
  await expect.poll(() => counted(/Open/)).toBe(open - 3);
  await page().keyboard.press('u');
  await expect.poll(() => counted(/Open/)).toBe(open);
});

test('a rule is switched off with a reason from its finding, and on again in the list of rules', async () => {
  await message(0).click();
  const rule = (await detail().locator('header b').innerText()).split(' · ')[1] ?? '';
  const open = await counted(/Open/);
  await detail()
    .getByRole('button', { name: `Switch ${rule} off…` })
    .click();
  await page()
    .getByRole('dialog', { name: `Switch ${rule} off` })
    .getByLabel('Reason')
    .fill('Not of use here');
  await page().getByRole('button', { name: 'Switch off', exact: true }).click();
  await expect.poll(() => counted(/Open/)).toBeLessThan(open);
  await page().getByRole('button', { name: 'Rules…' }).click();
  const row = page().locator(`[data-rule="${rule}"]`);
  await expect(row).toContainText('Not of use here');
  await expectAccessible(page());
  await row.getByRole('button', { name: `Switch ${rule} on` }).click();
  await expect(row.getByRole('button', { name: `Switch ${rule} off` })).toBeVisible();
  await page().keyboard.press('Escape');
  await expect.poll(() => counted(/Open/)).toBe(open);
});

test('it is accessible and nothing is cut off', async () => {
  await page().keyboard.press('j');
  await expectAccessible(page());
  await expectNothingCutOff(page());
});
