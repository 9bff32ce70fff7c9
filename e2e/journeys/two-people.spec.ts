import { chain } from '../drawn';
import { expect, test } from '../journey';
import { ConflictDialog } from '../pages/conflict-dialog';
import { EditorPage } from '../pages/editor-page';
import { makeSegment, readDefinition } from '../workbench';

test.use({ role: 'editor', language: 'en' });

test('two tabs of one browser: what one saves is in the other, and undoing goes on there', async ({
  page,
  context,
  language,
  api,
}) => {
  const editor = await api('editor');
  const { id } = await makeSegment(editor, 'Two tabs', chain('fourDays'));
  const first = new EditorPage(page, language);
  await first.open(id);
  const second = new EditorPage(await context.newPage(), language);
  await second.open(id);
  await first.card('Condition').click();
  await first.rename('Asked in the first tab');
  await first.saved();
  await expect(second.card('Asked in the first tab')).toBeVisible();
  await second.saved();
  await second.card('Asked in the first tab').click();
  await second.rename('Asked in the second tab');
  await second.saved();
  await expect(first.card('Asked in the second tab')).toBeVisible();
});

test('two tabs that edit at the same time: nothing is overwritten, and both are combined', async ({
  page,
  context,
  language,
  accessible,
  api,
}) => {
  const requests = await api('editor');
  const { id, revision } = await makeSegment(requests, 'At the same time', chain('fourDays', 'twoHundred'));
  const first = new EditorPage(page, language);
  await first.open(id);
  const other = await context.newPage();
  const second = new EditorPage(other, language);
  await second.open(id);

  // The second tab's save is on its way while the first one's arrives.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await other.route(`**/api/definitions/${id}/draft`, async (route) => {
    await held;
    await route.continue();
  });
  await second.node('twoHundred').click();
  await second.rename('Changed in the second tab');
  await expect(second.status).toHaveAttribute('data-save', 'saving');
  await first.node('fourDays').click();
  await first.rename('Changed in the first tab');
  await first.saved();
  letGo();

  const conflict = new ConflictDialog(other, language);
  await expect(conflict.mine).toContainText('Changed “Changed in the second tab”');
  await expect(conflict.theirs).toContainText('Changed “Changed in the first tab”');
  await accessible('a conflict', other);
  expect((await readDefinition(requests, id)).revision).toBe(revision + 1);
  await conflict.combine();
  await second.saved();
  const stored = await readDefinition(requests, id);
  expect(stored.graph.nodes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['Changed in the first tab', 'Changed in the second tab']),
  );
  await expect(first.card('Changed in the second tab')).toBeVisible();
});

test('two people: the one who comes second is shown what differs, and can undo the choice', async ({
  page,
  language,
  elsewhere,
  people,
  accessible,
  api,
}) => {
  const requests = await api('editor');
  const { id } = await makeSegment(requests, 'Two people', chain('fourDays'));
  const mine = new EditorPage(page, language);
  await mine.open(id);
  const theirs = new EditorPage(await elsewhere(await people.session('admin')), language);
  await theirs.open(id);
  await theirs.node('fourDays').click();
  await theirs.rename('As the admin calls it');
  await theirs.saved();

  await mine.node('fourDays').click();
  await mine.rename('As the editor calls it');
  const conflict = new ConflictDialog(page, language);
  await expect(conflict.box).toContainText('admin saved this draft');
  await expect(conflict.clashes).toBeVisible();
  await accessible('a conflict about one node');
  await conflict.takeTheirs();
  await mine.saved();
  await expect(mine.card('As the admin calls it')).toBeVisible();
  await mine.undo.click();
  await expect(mine.card('As the editor calls it')).toBeVisible();
  await mine.saved();
  const stored = await readDefinition(requests, id);
  expect(stored.graph.nodes.map(({ name }) => name)).toContain('As the editor calls it');
});
