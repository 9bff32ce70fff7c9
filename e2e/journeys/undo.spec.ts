import { chain } from '../drawn';
import { expect, test } from '../journey';
import { ConditionForm } from '../pages/condition-form';
import { centre, EditorPage } from '../pages/editor-page';
import { makeSegment, readDefinition } from '../workbench';

test.use({ role: 'editor', language: 'en' });

test('undo and redo go through drags, keys and forms, one gesture at a time', async ({
  page,
  language,
  api,
}) => {
  const requests = await api('editor');
  const { id, graph } = await makeSegment(requests, 'Gestures', chain('fourDays', 'twoHundred'));
  const editor = new EditorPage(page, language);
  const form = new ConditionForm(page, language);
  await editor.open(id);
  const card = editor.node('fourDays');
  const places: { x: number; y: number }[] = [];
  const now = async () => {
    await editor.saved();
    const { nodes } = (await readDefinition(requests, id)).graph;
    return nodes.find((node) => node.id === 'fourDays');
  };
  const position = async () => (await now())?.position ?? { x: Number.NaN, y: Number.NaN };
  const start = graph.nodes.find((node) => node.id === 'fourDays')?.position;
  places.push(await position());
  expect(places[0]).toEqual(start);

  await editor.dragCard(card, { x: 60, y: 90 });
  await expect.poll(position).not.toEqual(places[0]);
  places.push(await position());

  await card.focus();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(position).not.toEqual(places[1]);
  places.push(await position());

  await card.click();
  await form.value('6');
  await editor.rename('Six days');
  await expect(editor.card('Six days')).toContainText('at least 6');

  await editor.undo.click();
  await expect(editor.card('Six days')).toHaveCount(0);
  await expect(card).toContainText('at least 6');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(card).toContainText('at least 4');
  await editor.undo.click();
  await expect.poll(position).toEqual(places[1]);
  await editor.undo.click();
  await expect.poll(position).toEqual(places[0]);
  await expect(editor.undo).toBeDisabled();

  await editor.redo.click();
  await expect.poll(position).toEqual(places[1]);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(position).toEqual(places[2]);
  await editor.redo.click();
  await editor.redo.click();
  await expect(editor.card('Six days')).toContainText('at least 6');
  await expect(editor.redo).toBeDisabled();
  expect((await now())?.name).toBe('Six days');

  await card.click();
  await page.keyboard.press('Delete');
  await expect(card).toHaveCount(0);
  await editor.undo.click();
  await expect(card).toBeVisible();
  expect((await centre(card)).x).toBeGreaterThan(0);
});

test('the output can not be deleted, and a line that makes no sense says why', async ({
  page,
  language,
  accessible,
  api,
}) => {
  const { id } = await makeSegment(await api('editor'), 'Refusals', chain('fourDays', 'twoHundred'));
  const editor = new EditorPage(page, language);
  await editor.open(id);
  await editor.node('output').click();
  await page.keyboard.press('Delete');
  await expect(page.getByText('A drawing needs an output. This last one was kept.')).toBeVisible();
  await expect(editor.node('output')).toBeVisible();

  const hold = await editor.holdLine(editor.node('twoHundred'), 'matched', editor.node('fourDays'), 'in');
  await expect(editor.canvas.locator('foreignObject')).toBeVisible();
  await accessible('a refused connection');
  await hold.letGo();
  expect((await readDefinition(await api('viewer'), id)).graph.edges).toHaveLength(3);
});
