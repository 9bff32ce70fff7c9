import { chain } from '../drawn';
import { expect, test } from '../journey';
import { EditorPage } from '../pages/editor-page';
import { makeSegment, readDefinition } from '../workbench';

test.use({ role: 'editor' });

test('edits made without a network are kept and sent when it is back', async ({
  page,
  context,
  language,
  accessible,
  api,
}) => {
  const requests = await api('editor');
  const { id } = await makeSegment(requests, '离线', chain('fourDays', 'recent'));
  const editor = new EditorPage(page, language);
  await editor.open(id);
  await context.setOffline(true);
  await editor.node('fourDays').click();
  await editor.rename('断网时改的');
  await expect(editor.status).toHaveAttribute('data-save', 'offline');
  await expect(editor.status).toContainText('已留在本机');
  await accessible('an editor without a network');
  await editor.node('recent').click();
  await editor.rename('又改了一处');
  expect((await readDefinition(requests, id)).graph.nodes.some(({ name }) => name !== undefined)).toBe(false);
  await context.setOffline(false);
  await editor.saved();
  const stored = await readDefinition(requests, id);
  expect(stored.graph.nodes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['断网时改的', '又改了一处']),
  );
});

test('a tab that is closed before its edits could be sent finds them again', async ({
  page,
  context,
  language,
  api,
}) => {
  const requests = await api('editor');
  const { id } = await makeSegment(requests, '关掉标签页', chain('fourDays'));
  const lost = await context.newPage();
  const before = new EditorPage(lost, language);
  await before.open(id);
  await context.setOffline(true);
  await before.node('fourDays').click();
  await before.rename('还没来得及保存');
  await expect(before.status).toHaveAttribute('data-save', 'offline');
  await lost.close();
  await context.setOffline(false);

  const after = new EditorPage(page, language);
  await after.open(id);
  await expect(page.getByText(/^已找回/)).toBeVisible();
  await expect(after.card('还没来得及保存')).toBeVisible();
  await after.saved();
  expect((await readDefinition(requests, id)).graph.nodes.map(({ name }) => name)).toContain(
    '还没来得及保存',
  );
});
