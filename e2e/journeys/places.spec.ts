import { expect, test } from '../journey';
import { Frame } from '../pages/frame';

const places = [
  '/',
  '/members',
  '/data/imports',
  '/data/imports/new',
  '/data/fields',
  '/data/events',
  '/data/metrics',
  '/data/points',
  '/data/points/rules/new',
  '/data/lists',
  '/tags',
  '/segments',
  '/layers/new/rfm',
  '/layers',
  '/exports',
  '/jobs',
  '/settings/workspace',
  '/settings/users',
  '/settings/api-keys',
  '/settings/audit',
  '/settings/live-counts',
  '/settings/demo',
  '/help/api',
  '/help/api/imports.start',
  '/help/api/exports.file',
  '/account/password',
  '/no/such/page',
];

for (const [language, theme] of [
  ['zh-CN', 'light'],
  ['en', 'dark'],
] as const) {
  test.describe(`every page in ${language}, ${theme}`, () => {
    test.use({ role: 'admin', language, theme });

    test('has one heading, says what it is for, and is accessible', async ({ page, accessible }) => {
      test.setTimeout(180_000);
      for (const place of places) {
        await page.goto(place);
        await expect(page.getByRole('heading', { level: 1 }), place).toHaveCount(1);
        await expect(page.locator('main [role=status][aria-label]'), place).toHaveCount(0);
        await accessible(place);
      }
    });
  });
}

test.describe('on a phone', () => {
  test.use({ role: 'admin', viewport: { width: 390, height: 844 } });

  test('every page is read without scrolling sideways', async ({ page, accessible }) => {
    test.setTimeout(120_000);
    for (const place of places) {
      await page.goto(place);
      await expect(page.getByRole('heading', { level: 1 }), place).toHaveCount(1);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${place} at 390 px`).toBe(0);
    }
    await page.goto('/members');
    await page.getByRole('button', { name: '打开导航' }).click();
    await accessible('the navigation of a phone');
    await page
      .getByRole('dialog')
      .getByRole('link', { name: '任务' })
      .or(page.getByRole('link', { name: '设置' }))
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test.describe('language and look', () => {
  test('are chosen from the top bar and kept', async ({ page, language }) => {
    const frame = new Frame(page, language);
    await page.goto('/members');
    await frame.look('dark');
    await frame.speak('en');
    await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();
    await new Frame(page, 'en').command('sy', 'Home');
    await expect(page).toHaveURL(/\/$/);
  });
});

test('without the server a page says so, keeps what it has, and goes on when it is back', async ({
  page,
  accessible,
}) => {
  await page.goto('/members');
  await page.route('**/api/members?*', (route) => route.abort('internetdisconnected'));
  await page.getByRole('searchbox', { name: '查找会员' }).fill('nobody');
  await expect(page.getByText('连接不上服务器', { exact: true })).toBeVisible();
  await accessible('a page that could not be loaded');
  await page.unroute('**/api/members?*');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.getByText('连接不上服务器', { exact: true })).toHaveCount(0);
});
