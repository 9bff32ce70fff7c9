import { expect, test } from '../journey';

test.use({ role: 'admin', language: 'en' });

test('somebody with a key looks up how to start an import, and finds what the document says too', async ({
  page,
  accessible,
}) => {
  await page.goto('/settings/api-keys');
  await page.getByRole('link', { name: 'What the API can do' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API' })).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search the API' });
  await search.fill('开始导入');
  const start = page.getByRole('link', { name: '/api/imports', exact: true });
  await expect(start).toHaveCount(1);
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1);
  await accessible('what was found of the API');
  await page.reload();
  await expect(search).toHaveValue('开始导入');

  await start.click();
  await expect(page).toHaveURL(/\/help\/api\/imports\.start$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('/api/imports');
  await expect(page.getByText('editor or above, or an API key with import')).toBeVisible();
  await expect(page.getByText('mapping-differs', { exact: true })).toBeVisible();
  const mapping = page.getByRole('group').filter({ hasText: 'ImportMapping' }).first();
  await mapping.locator('summary').first().click();
  await expect(mapping.getByText('#1', { exact: true }).first()).toBeVisible();
  await accessible('an operation with its body open');

  const answer = await page.request.get('/api/openapi.json');
  const document = await answer.json();
  expect(document.paths['/api/imports'].post.operationId).toBe('imports.start');
});

test('who searches for what isn’t there is told so, and an unknown operation is no page', async ({
  page,
  accessible,
}) => {
  await page.goto('/help/api?search=nonesuch');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await accessible('a search of the API without matches');
  await page.getByRole('main').getByRole('button', { name: 'Clear', exact: true }).click();
  await expect(page.getByRole('link', { name: '/api/imports', exact: true })).toHaveCount(2);
  await page.goto('/help/api/imports.nonesuch');
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page' })).toBeVisible();
});
