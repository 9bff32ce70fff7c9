import { chain } from '../drawn';
import { expect, test } from '../journey';
import { DefinitionsPage } from '../pages/definitions-page';
import { EditorPage } from '../pages/editor-page';
import { importCdnow, makeSegment } from '../workbench';

test.describe('an unfinished drawing', () => {
  test.use({ role: 'approver' });

  test('says what is missing, leads to the field, and can not be published', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    const requests = await api('approver');
    await importCdnow(requests);
    const drawn = chain('fourDays');
    const unfinished = drawn.nodes.map((node) =>
      node.id === 'fourDays'
        ? { ...node, params: { mode: 'all', rows: [{ subject: null, operator: '' }] } }
        : node,
    );
    const { id } = await makeSegment(requests, '没画完', { ...drawn, nodes: unfinished });
    const editor = new EditorPage(page, language);
    await editor.open(id);
    await page.locator('header').getByRole('button', { name: '发布', exact: true }).click();
    await expect(page.getByText('还有问题要解决')).toBeVisible();
    const problem = editor.drawer.getByRole('listitem').filter({ hasText: '条件' }).first();
    await expect(problem).toBeVisible();
    await accessible('the problems of a drawing');
    await problem.getByRole('button').click();
    await expect(editor.settings.getByRole('button', { name: /^判断的内容/ })).toBeFocused();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(
      await requests.refusal('post', `/api/definitions/${id}/publish`, { revision: 1, run: false }),
    ).toEqual({
      status: 422,
      code: 'not-executable',
    });
  });

  test('a definition that is gone, and a server that fails, are told in a sentence', async ({
    page,
    accessible,
    api,
    language,
  }) => {
    await page.goto('/segments/no-such-segment');
    await expect(page.getByText(/没有找到/).first()).toBeVisible();
    await accessible('a definition that is gone');
    const { id } = await makeSegment(await api('editor'), '数不出来', chain('fourDays'));
    await page.route('**/api/counts', (route) =>
      route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad gateway</h1>' }),
    );
    const editor = new EditorPage(page, language);
    await editor.open(id);
    await expect(editor.port(editor.node('all'), 'out', 'out')).toContainText('–');
    await accessible('a drawing that could not be counted');
  });
});

test.describe('a tag from a template', () => {
  test.use({ role: 'approver', language: 'en' });

  test('is named already where a link chose it', async ({ page, language }) => {
    await page.goto('/tags?new=purchase-frequency');
    const list = new DefinitionsPage(page, language);
    await expect(list.field('Name', list.dialog)).toHaveValue('Purchase frequency');
    await list.dialog.locator('label', { hasText: 'Price sensitivity' }).click();
    await expect(list.field('Name', list.dialog)).toHaveValue('Price sensitivity');
    await expect(list.button('Create', list.dialog)).toBeEnabled();
  });

  test('is offered with what the data lacks, drawn, archived and brought back', async ({
    page,
    language,
    accessible,
  }) => {
    const list = new DefinitionsPage(page, language);
    await list.open('tag');
    await list.button('New tag').first().click();
    await expect(list.dialog.getByRole('radio').nth(3)).toBeVisible();
    await accessible('the templates');
    await list.dialog
      .locator('label', { has: page.getByRole('radio') })
      .nth(1)
      .click();
    const name = await list.field('Name', list.dialog).inputValue();
    await list.button('Create', list.dialog).click();
    const editor = new EditorPage(page, language);
    await editor.status.waitFor();
    await accessible('a drawing from a template');
    await list.open('tag');
    await list
      .row(name)
      .getByRole('button', { name: /^What to do with/ })
      .click();
    await page.getByRole('menuitem', { name: 'Move to the recycle bin' }).click();
    const confirm = page.getByRole('alertdialog');
    await accessible('asking before archiving');
    await list.button('Move to the recycle bin', confirm).click();
    await expect(list.row(name)).toHaveCount(0);
    await page.getByText(/^Recycle bin/).click();
    await list
      .row(name)
      .getByRole('button', { name: /^What to do with/ })
      .click();
    await page.getByRole('menuitem', { name: 'Restore' }).click();
    await expect(page.getByText(/is back\./)).toBeVisible();
  });
});
