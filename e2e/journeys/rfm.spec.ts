import { z } from 'zod';
import { AS_OF, cdnowCustomers, grouped } from '../cdnow';
import { expect, test } from '../journey';
import { EditorPage } from '../pages/editor-page';
import { PublishDialog } from '../pages/publish-dialog';
import { RfmWizard } from '../pages/rfm-wizard';
import { cellOf, cellSizes, mean, median, rfmOf, type Sides } from '../rfm-oracle';
import { importCdnow, readDefinition } from '../workbench';

const later = '1998-12-31';
const cutsSchema = z.object({
  recency: z.object({ by: z.string(), value: z.number().nullable(), ties: z.string() }),
  frequency: z.object({ by: z.string(), value: z.number().nullable(), ties: z.string() }),
  monetary: z.object({ by: z.string(), value: z.number().nullable(), ties: z.string() }),
});
const listSchema = z.object({ definitions: z.array(z.object({ id: z.string() })) });
const setsSchema = z.object({
  sets: z.array(
    z.object({
      number: z.number(),
      state: z.string(),
      asOf: z.string(),
      cuts: z.array(z.object({ param: z.string(), values: z.array(z.number()).nullable() })),
    }),
  ),
});
const versionSchema = z.object({
  version: z.object({
    graph: z.object({
      nodes: z.array(z.object({ id: z.string(), params: z.record(z.string(), z.unknown()) })),
    }),
  }),
});

test('eight cells: chosen, named, drawn, cut anew with a look at who would move, and published', async ({
  page,
  language,
  accessible,
  api,
}) => {
  test.setTimeout(240_000);
  const requests = await api('approver');
  await importCdnow(await api('admin'));
  const members = rfmOf(cdnowCustomers(), AS_OF);
  const cut = {
    recency: median(members.map(({ recency }) => recency)),
    frequency: mean(members.map(({ frequency }) => frequency)),
    monetary: mean(members.map(({ monetary }) => monetary)),
  };
  const computed: Sides = {
    near: (days) => days < cut.recency,
    often: (times) => times > cut.frequency,
    much: (cents) => cents > cut.monetary,
  };

  await page.goto('/layers');
  await page.getByRole('link', { name: 'RFM 向导' }).first().click();
  const wizard = new RfmWizard(page, language);
  await wizard.heading('RFM 向导').waitFor();
  await wizard.ever();
  await wizard.asOf(AS_OF);
  for (const [cell, n] of cellSizes(members, computed)) await wizard.expectCount(cell, n);
  await wizard.expectCount('none', 0);
  await expect(wizard.cut('R：最近一次')).toContainText(`小于 ${cut.recency} 天`);
  await accessible('the wizard');

  await wizard.cutBy('F：次数', '自己填');
  await wizard.cutAt('F：次数', '2');
  const sides: Sides = { ...computed, often: (times) => times >= 2 };
  for (const [cell, n] of cellSizes(members, sides)) await wizard.expectCount(cell, n);
  await wizard.edit('重要价值');
  await accessible('the form of a layer');
  const made = async () =>
    (await requests.ask(listSchema, 'get', '/api/definitions?kind=layering')).definitions.length;
  const before = await made();
  await wizard.rename('铁粉', 'Fans');
  await expect(page.getByRole('button', { name: '修改“铁粉”' })).toBeVisible();
  await wizard.name('会员 RFM');
  await page.reload();
  await expect(page.getByRole('button', { name: '修改“铁粉”' })).toBeVisible();
  for (const [cell, n] of cellSizes(members, sides)) await wizard.expectCount(cell, n);
  // A name that is changed in its dialog is no layering made.
  expect(await made()).toBe(before);

  const id = await wizard.finish();
  const editor = new EditorPage(page, language);
  await editor.status.waitFor();
  await expect(page).toHaveURL(new RegExp(`asOf=${AS_OF}`));
  await editor.expectCount(
    editor.node('champions'),
    'in',
    'in',
    cellSizes(members, sides).get('champions') ?? 0,
  );
  await expect(editor.node('champions')).toContainText('铁粉');
  const storedCuts = async () => {
    const { nodes } = (await readDefinition(requests, id)).graph;
    return cutsSchema.parse(nodes.find((node) => node.id === 'rfm')?.params);
  };
  const first = await storedCuts();
  expect(first.recency.value).toBe(cut.recency);
  expect(first.frequency).toEqual({ by: 'number', value: 2, ties: 'better' });
  expect(first.monetary.value).toBeCloseTo(cut.monetary, 6);
  const sets = () => requests.ask(setsSchema, 'get', `/api/definitions/${id}/cutpoints`);
  await expect.poll(async () => (await sets()).sets.map(({ state }) => state)).toEqual(['done']);
  expect((await sets()).sets[0]?.cuts.find(({ param }) => param === 'recency.value')?.values).toEqual([
    cut.recency,
  ]);

  await editor.asOf(later);
  await editor.node('rfm').locator('header').click();
  await expect(editor.settings.getByText('自己填的，重新计算时不变。')).toBeVisible();
  await expect(editor.settings.getByText('图里在用')).toBeVisible();
  await accessible('the form of the cuts');
  await editor.button('重新计算', editor.settings).click();
  const review = page.getByRole('dialog', { name: '分界值 v2' });
  await review.waitFor({ timeout: 60_000 });
  const moved = rfmOf(cdnowCustomers(), later);
  const newCut = median(moved.map(({ recency }) => recency));
  const newSides: Sides = { ...sides, near: (days) => days < newCut };
  const goes = moved.map((member) => [cellOf(member, sides), cellOf(member, newSides)] as const);
  const movers = goes.filter(([from, to]) => from !== to);
  await expect(review).toContainText(`${cut.recency} 天`);
  await expect(review).toContainText(`${newCut} 天`);
  await expect(review.getByRole('heading', { name: /人会变动/ })).toContainText(grouped(movers.length), {
    timeout: 60_000,
  });
  const toFans = movers.filter(([from, to]) => from === 'keep' && to === 'champions').length;
  await review.getByRole('button', { name: `重要保持 到 铁粉 的会员: ${grouped(toFans)}` }).click();
  const listed = review.getByRole('table', { name: '重要保持 到 铁粉 的会员' }).getByRole('row');
  await expect(listed).toHaveCount(Math.min(toFans, 100) + 1);
  await accessible('who would move');
  expect((await storedCuts()).recency.value).toBe(cut.recency);

  await editor.button('使用新分界值', review).click();
  await expect(review).toBeHidden();
  await editor.saved();
  expect((await storedCuts()).recency.value).toBe(newCut);
  await editor.undo.click();
  await expect.poll(async () => (await storedCuts()).recency.value).toBe(cut.recency);
  await editor.settings.getByRole('button', { name: '查看分界值 v2' }).click();
  await editor.button('使用新分界值', review).click();
  await editor.saved();
  await expect.poll(async () => (await storedCuts()).recency.value).toBe(newCut);

  const dialog = new PublishDialog(page, language);
  await dialog.open();
  await dialog.publish({ run: false });
  const { version } = await requests.ask(versionSchema, 'get', `/api/definitions/${id}/versions/1`);
  const published = cutsSchema.parse(version.graph.nodes.find((node) => node.id === 'rfm')?.params);
  expect(published.recency.value).toBe(newCut);
  await expect(editor.settings.getByText('已发布 v1 在用').first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ language: 'en', theme: 'dark', role: 'editor', viewport: { width: 390, height: 844 } });

  test('scores: every member is in one band of the sum, and a bound can be moved', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    test.setTimeout(180_000);
    await importCdnow(await api('admin'));
    const everybody = cdnowCustomers().length;
    const wizard = new RfmWizard(page, language);
    await wizard.open();
    await wizard.mode('5×5×5 scores');
    await wizard.ever();
    await wizard.asOf(AS_OF);
    await wizard.expectCount('none', 0);
    const sizes = () =>
      Promise.all(['core', 'important', 'regular', 'quiet', 'dormant'].map((band) => wizard.count(band)));
    const before = await sizes();
    expect(before.reduce((sum, n) => sum + n, 0)).toBe(everybody);
    await accessible('scores on a phone');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

    const bound = page.getByRole('textbox', { name: 'Lowest sum, the highest is 15' });
    await bound.fill('12');
    await bound.press('Tab');
    const after = await sizes();
    expect(after[0]).toBeGreaterThan(before[0] ?? 0);
    expect(after.reduce((sum, n) => sum + n, 0)).toBe(everybody);

    const id = await wizard.finish();
    const { graph } = await readDefinition(await api('viewer'), id);
    expect(graph.nodes.map(({ type }) => type)).toEqual([
      'allMembers',
      'condition',
      'score',
      ...Array.from({ length: 5 }, () => 'layer'),
      'fallbackLayer',
    ]);
    const { bands } = z
      .object({ bands: z.array(z.object({ from: z.number() })) })
      .parse(graph.nodes.find((node) => node.id === 'score')?.params);
    expect(bands.map(({ from }) => from)).toEqual([12, 10, 7, 4, 3]);
    await expect(page.getByRole('treegrid')).toBeVisible();
    await accessible('the layering on a phone');
  });
});
