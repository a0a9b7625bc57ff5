/** The Reader: figures answer for themselves, the text stays put, and what is selected can be kept. */
import { expect, test } from '@playwright/test';
import { clipboardText } from './support/grid';
import { showView } from './support/launch';
import { oneApp, palette, topsOverFrames } from './support/window';

const { get, page } = oneApp();
const figures = () => page().locator('[data-figure]');
const inspector = () => page().locator('[data-inspector]');

test.beforeEach(async () => {
  await showView(page(), 'reader');
});

test('every figure shows its class in letter and colour', async () => {
  const classes = await figures().evaluateAll((elements) =>
    elements.flatMap((element) => {
      const letter = element.querySelector('sup')?.textContent;
      return letter ? [`${element.getAttribute('data-class') ?? ''} ${letter}`] : [];
    }),
  );
  expect(classes.length).toBeGreaterThan(50);
  const pairs = new Set(classes);
  expect(
    [...pairs].every((pair) =>
      /^(disclosed D|management M|consensus C|third_party T|inferred I|derived Σ|unclassified \?)$/.test(pair),
    ),
  ).toBe(true);
  expect(pairs.has('disclosed D')).toBe(true);
});

test('markup is not drawn', async () => {
  await expect(page().locator('[data-reader-text]')).not.toContainText('**');
  await expect(page().locator('[data-reader-text]')).not.toContainText('## ');
});

test('a figure answers: quote, why, citations, tie-out', async () => {
  await figures().first().click();
  await expect(inspector()).toContainText('Quote');
  await expect(inspector()).toContainText(/Why \w+/);
  await expect(inspector()).toContainText('rule');
  await expect(inspector()).toContainText('Tie-out');
});

test('the pointer on a figure shows its reading and reasons, and Escape or leaving takes them away', async () => {
  const card = page().getByRole('tooltip');
  await figures().first().hover();
  await expect(card).toContainText(/Disclosed|Management|Consensus|Third-party|Inferred|Derived|Unclassified/);
  await expect(card).toBeInViewport({ ratio: 1 });
  await page().keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page().locator('[data-citation]').first().hover();
  await expect(card).not.toBeEmpty();
  await page().mouse.move(2, 2);
  await expect(card).toHaveCount(0);
});

test('words are selected by keys: the sentence of the figure, then more and less of it, and highlighted', async () => {
  const words = () => page().evaluate(() => window.getSelection()?.toString() ?? '');
  await page().keyboard.press('j');
  const figure = (await page().locator('[data-figure][data-on]').first().textContent()) ?? '';
  await page().keyboard.press('s');
  const sentence = await words();
  expect(sentence.length).toBeGreaterThan(figure.length);
  await expect(page().getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
  await page().keyboard.press('Control+Shift+ArrowLeft');
  const less = await words();
  expect(sentence.startsWith(less)).toBe(true);
  expect(less.length).toBeLessThan(sentence.length);
  await page().keyboard.press('Shift+ArrowRight');
  expect(await words()).toBe(sentence.slice(0, less.length + 1));
  await page().keyboard.press('h');
  await expect(page().locator('[data-annotation]').first()).toBeVisible();
  await page().keyboard.press('Control+Z');
  await expect(page().locator('[data-annotation]')).toHaveCount(0);
});

test('J and K walk the figures, T ticks, and undo takes the tick back', async () => {
  await page().keyboard.press('j');
  const selected = await page().locator('[data-figure][data-on]').first().getAttribute('data-figure');
  const on = page()
    .locator(`[data-figure="${selected ?? ''}"]`)
    .first();
  await page().keyboard.press('t');
  await expect(on).toHaveAttribute('data-review', 'ticked');
  await expect(inspector().getByRole('button', { name: 'Ticked' })).toHaveAttribute('aria-pressed', 'true');
  await page().keyboard.press('Control+Z');
  await expect(on).toHaveAttribute('data-review', 'unreviewed');
  await page().keyboard.press('k');
  await expect(on).not.toHaveAttribute('data-on', '');
});

test('the class set in the inspector is shown in the text, without moving it', async () => {
  const figure = figures().nth(3);
  await figure.click();
  const id = await figure.getAttribute('data-figure');
  const before = await figure.getAttribute('data-class');
  const chosen = before === 'inferred' ? 'consensus' : 'inferred';
  const [top] = await topsOverFrames(page(), `[data-figure="${id ?? ''}"]`, 1);
  await inspector().getByLabel('Class').selectOption(chosen);
  await expect(figure).toHaveAttribute('data-class', chosen);
  expect(await topsOverFrames(page(), `[data-figure="${id ?? ''}"]`, 20)).toEqual([top]);
  await expect(inspector()).toContainText(/analyst|by hand|you/i);
  await page().locator('[data-reader-text]').focus();
  await page().keyboard.press('Control+Z');
  await expect(figure).toHaveAttribute('data-class', before ?? '');
});

test('a note on a figure is kept', async () => {
  await figures().nth(2).click();
  await inspector().getByLabel('Note').fill('Checked against the release');
  await inspector().getByLabel('Note').press('Control+Enter');
  await expect(page().getByRole('button', { name: /^Undo Note on/ })).toBeEnabled();
  await expect(inspector().getByLabel('Note')).toHaveValue('Checked against the release');
});

test('a figure opened from elsewhere is landed on, in view and marked, and the text stays where it landed', async () => {
  await page().locator('[data-reader-text]').focus();
  await page().keyboard.press('Home');
  await showView(page(), 'library');
  await page().keyboard.press('Control+K');
  await palette(page()).getByRole('combobox').fill('price target');
  await palette(page()).locator('[data-hit="Figures"]').first().click();
  await expect(page().locator('[data-view="reader"][data-ready="true"]')).toBeVisible();
  const on = page().locator('[data-figure][data-on]').first();
  await expect(on).toBeInViewport();
  expect(await topsOverFrames(page(), '[data-figure][data-on]', 40)).toHaveLength(1);
  expect(await page().evaluate(() => CSS.highlights.has('landing'))).toBe(true);
});

test('find counts, steps, wraps and closes', async () => {
  await page().keyboard.press('Control+F');
  const field = page().getByLabel('Find in document');
  await field.fill('revenue');
  const count = page().locator('.find-count');
  await expect(count).toHaveText(/^1 of \d+$/);
  await field.press('Shift+Enter');
  await expect(count).toHaveText(/^(\d+) of \1$/);
  await field.press('Enter');
  await expect(count).toHaveText(/^1 of \d+$/);
  expect(await page().evaluate(() => CSS.highlights.has('find-on'))).toBe(true);
  await field.fill('no such words here');
  await expect(count).toHaveText('No match');
  await field.press('Escape');
  await expect(field).toHaveCount(0);
  expect(await page().evaluate(() => CSS.highlights.has('find'))).toBe(false);
});

test('selected words can be highlighted, commented and let go again', async () => {
  const words = page().locator('.block-paragraph [data-o]').first();
  await words.dblclick();
  await expect(page().getByRole('toolbar', { name: 'Selected text' })).toBeVisible();
  await page().keyboard.press('c');
  await page().getByRole('dialog', { name: 'Annotation' }).getByLabel('Comment').fill('Look at this again');
  await page().keyboard.press('Control+Enter');
  await page()
    .getByRole('tab', { name: /Annotations · 1/ })
    .click();
  await expect(page().locator('.annotation-list')).toContainText('Look at this again');
  // Narrowed by words and colour, and copied as it is listed.
  await page().getByRole('searchbox', { name: 'Words in annotations' }).fill('nowhere');
  await expect(page().getByText('No annotation fits.')).toBeVisible();
  await page().getByRole('searchbox', { name: 'Words in annotations' }).fill('AGAIN');
  await page().getByRole('combobox', { name: 'Colour' }).selectOption('yellow');
  await page().getByRole('button', { name: 'Copy as' }).click();
  await page().getByRole('button', { name: 'Markdown' }).click();
  await expect(page().getByText('Copied 1 annotation as Markdown')).toBeVisible();
  expect(await clipboardText(get())).toContain('Look at this again');
  await page().locator('.annotation-list button').click();
  await page().getByRole('button', { name: 'Remove annotation' }).click();
  await expect(page().getByRole('tab', { name: /Annotations · 0/ })).toBeVisible();
  await page().getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page().getByRole('tab', { name: /Annotations · 1/ })).toBeVisible();
  await page()
    .getByRole('tab', { name: /This section/ })
    .click();
});

test('selected words can be made a figure, and undo unmakes it', async () => {
  const before = await figures().count();
  const words = page().locator('.block-paragraph > [data-o]').filter({ hasText: /\w{6}/ }).first();
  await words.dblclick();
  await page().keyboard.press('f');
  const dialog = page().getByRole('dialog', { name: 'New figure' });
  await dialog.getByLabel('Value').fill('~12.5');
  await dialog.getByLabel('Metric').fill('Revenue');
  await dialog.getByRole('button', { name: 'Add figure' }).click();
  await expect(figures()).toHaveCount(before + 1);
  await expect(inspector()).toContainText('Revenue');
  await page().keyboard.press('Control+Z');
  await expect(figures()).toHaveCount(before);
});

test('the outline follows the text, and leads to its sections', async () => {
  const entries = page().getByRole('navigation', { name: 'Outline' }).getByRole('button');
  await entries.nth(4).click();
  await expect(entries.nth(4)).toHaveAttribute('aria-current', 'true');
  await page().locator('[data-reader-text]').focus();
  await page().keyboard.press('End');
  await expect(entries.nth(4)).not.toHaveAttribute('aria-current', 'true');
  await page().keyboard.press('Home');
  // Whichever document the search before has opened: its first lines are in view again.
  await expect(page().locator('[data-reader-text] .block').first()).toBeInViewport();
});

test('where a document was left is where it is found again', async () => {
  const scroller = page().locator('[data-reader-text]');
  await scroller.focus();
  await page().keyboard.press('End');
  await expect
    .poll(() => scroller.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop))
    .toBeLessThan(2);
  const top = await scroller.evaluate((element) => element.scrollTop);
  await showView(page(), 'library');
  await showView(page(), 'reader');
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(top);
});
