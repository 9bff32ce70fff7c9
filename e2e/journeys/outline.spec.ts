import { asked, cdnowCustomers, grouped } from '../cdnow';
import { chain } from '../drawn';
import { expect, test } from '../journey';
import { EditorPage } from '../pages/editor-page';
import { importCdnow, makeSegment, readDefinition } from '../workbench';

test.describe('on a phone', () => {
  test.use({ role: 'editor', viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a drawing is its outline: read, counted, explained and named', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    const requests = await api('editor');
    await importCdnow(requests);
    const { id } = await makeSegment(requests, '手机上看', chain('fourDays', 'twoHundred'));
    const editor = new EditorPage(page, language);
    await editor.open(id, '?asOf=1998-06-30');
    await expect(page.getByText('画布需要更宽的屏幕')).toBeVisible();
    const inside = cdnowCustomers().filter((one) => asked.fourDays(one) && asked.twoHundred(one));
    await expect(editor.outline.getByRole('row')).toHaveCount(9);
    await expect(editor.outline.getByRole('row', { name: '分群', exact: true })).toContainText(
      grouped(inside.length),
    );
    await expect(editor.sentence).toContainText(grouped(inside.length));
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await accessible('the outline on a phone');
    await editor.outline.getByRole('row').filter({ hasText: '条件' }).first().click();
    await editor.settings.getByRole('textbox', { name: '名称', exact: true }).fill('手机上改的');
    await editor.saved();
    expect((await readDefinition(requests, id)).graph.nodes.map(({ name }) => name)).toContain('手机上改的');
  });
});

test.describe('beside the canvas', () => {
  test.use({ role: 'editor', language: 'en', theme: 'dark' });

  test('the outline is the same document: what is added and connected there is on the canvas', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    const requests = await api('editor');
    const { id } = await makeSegment(requests, 'As an outline', chain('fourDays'));
    const editor = new EditorPage(page, language);
    await editor.open(id, '?view=outline');
    await editor.outline.getByRole('button', { name: 'Add a node after “Not matched”' }).click();
    await editor.pickNode('Condition');
    await expect(editor.outline.getByRole('row').filter({ hasText: 'Condition' })).toHaveCount(2);
    await accessible('the outline in the dark');
    await editor.button('Show the canvas').click();
    await expect(editor.cards).toHaveCount(4);
    await accessible('the canvas in the dark');
    await editor.saved();
    const { edges } = (await readDefinition(requests, id)).graph;
    expect(edges).toContainEqual(expect.objectContaining({ source: 'fourDays', sourcePort: 'notMatched' }));
  });
});
