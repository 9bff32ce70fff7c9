import type { Page } from '@playwright/test';
import { expect, test } from '../journey';
import { EditorPage } from '../pages/editor-page';
import { importCdnow, makeSegment, readDefinition } from '../workbench';

test.use({ role: 'editor', language: 'en' });

const blank = {
  kind: 'segment',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    { id: 'output', type: 'segmentOutput', position: { x: 800, y: 0 }, params: {} },
  ],
  edges: [],
} as const;

test('a segment is drawn without a mouse', async ({ page, language, accessible, api }) => {
  test.setTimeout(120_000);
  await importCdnow(await api('editor'));
  const { id } = await makeSegment(await api('editor'), 'By keyboard', {
    ...blank,
    nodes: [...blank.nodes],
    edges: [],
  });
  const editor = new EditorPage(page, language);
  await editor.open(id);
  const { keyboard } = page;
  /** Presses Tab until this has the focus, as somebody without a mouse gets there. */
  const tabTo = async (what: string, isThere: () => Promise<boolean>) => {
    for (let press = 0; press < 80; press += 1) {
      if (await isThere()) return;
      await keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${what}.`);
  };
  const isFocused = (css: string) => () =>
    page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, css);

  await tabTo('the first card', isFocused('[data-node="all"]'));
  await keyboard.press('a');
  await expect(page.getByRole('searchbox', { name: 'Search nodes' }).last()).toBeFocused();
  await keyboard.type('condition');
  await expect(page.getByRole('menuitem', { name: 'Condition' })).toHaveAttribute('data-chosen', 'true');
  await keyboard.press('Enter');
  const card = editor.cards.nth(2);
  await expect(card).toBeVisible();
  await accessible('a node added by keyboard');

  await expect(page.getByRole('button', { name: 'Add a condition' })).toBeFocused();
  await keyboard.press('Enter');
  await tabTo('what it asks about', async () => (await focusedName(page)).startsWith('Asks about'));
  await keyboard.press('Enter');
  await keyboard.type('order');
  await expect(page.getByRole('menuitem').first()).toHaveAttribute('data-chosen', 'true');
  await keyboard.press('Enter');
  await tabTo('the value', async () => (await focusedName(page)) === 'Value');
  await keyboard.type('3');
  await keyboard.press('Tab');
  await expect(card).toContainText('at least 3');

  await page.evaluate(() => document.querySelector<HTMLElement>('#content')?.focus());
  await tabTo('the canvas', isFocused('[data-node]'));
  for (let press = 0; press < 10 && !(await isFocused('[data-port="matched"]')()); press += 1)
    await keyboard.press('ArrowRight');
  expect(await isFocused('[data-port="matched"]')()).toBe(true);
  await keyboard.press('c');
  await keyboard.type('segment');
  await expect(page.getByRole('menuitem', { name: /Segment/ }).first()).toHaveAttribute(
    'data-chosen',
    'true',
  );
  await keyboard.press('Enter');
  await editor.saved();
  const { graph } = await readDefinition(await api('editor'), id);
  const condition = graph.nodes.find(({ type }) => type === 'condition');
  expect(condition?.params).toMatchObject({ rows: [{ operator: 'atLeast', value: 3 }] });
  expect(graph.edges).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ source: 'all', target: condition?.id }),
      expect.objectContaining({ source: condition?.id, sourcePort: 'matched', target: 'output' }),
    ]),
  );

  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await accessible('the keys');
  await keyboard.press('Escape');
  await keyboard.press('o');
  await expect(editor.outline).toBeVisible();
  await accessible('the outline');
});

/** The accessible name of what has the focus, as a screen reader says it. */
async function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element) return '';
    const labelled = element.getAttribute('aria-labelledby');
    const label = labelled
      ?.split(' ')
      .map((part) => document.getElementById(part)?.textContent ?? '')
      .join(' ');
    return element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
  });
}
