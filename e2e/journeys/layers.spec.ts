import { z } from 'zod';
import { type Customer, cdnowCustomers, grouped } from '../cdnow';
import { expect, test } from '../journey';
import { ConditionForm } from '../pages/condition-form';
import { DefinitionsPage } from '../pages/definitions-page';
import { EditorPage } from '../pages/editor-page';
import { LayerForm } from '../pages/layer-form';
import { MovementPage } from '../pages/movement-page';
import { PublishDialog } from '../pages/publish-dialog';
import { importCdnow } from '../workbench';

const layering = '购买频次分层';
const [often, twice, others] = ['常客', '回头客', '其他'];

/** Numbers of the layers, from the raw file alone: by how many days somebody bought on. */
function expected(threshold: number) {
  const customers = cdnowCustomers();
  const count = (test: (one: Customer) => boolean) => customers.filter(test).length;
  return {
    all: customers.length,
    often: count(({ days }) => days >= threshold),
    twice: count(({ days }) => days >= 2 && days < threshold),
    others: count(({ days }) => days < 2),
  };
}

const movementSchema = z.object({
  from: z.object({ version: z.number() }).nullable(),
  to: z.object({ version: z.number() }),
  flows: z.array(z.object({ from: z.string().nullable(), to: z.string().nullable(), n: z.number() })),
});
const totalSchema = z.object({ total: z.number() });
const definitionSchema = z.object({ definition: z.object({ key: z.string() }) });
const lastRunSchema = z.object({ runs: z.array(z.object({ state: z.string(), version: z.number() })) });

/** The definition that the journey goes on with. */
let id = '';

test.describe.configure({ mode: 'serial' });

test('layers are drawn, ordered by keyboard and by dragging, and published with a run', async ({
  page,
  language,
  accessible,
  api,
}) => {
  test.setTimeout(240_000);
  await importCdnow(await api('approver'));
  const before = expected(4);
  const list = new DefinitionsPage(page, language);
  await list.open('layering');
  await accessible('layerings, none yet');
  id = await list.create('layering', layering);
  const editor = new EditorPage(page, language);
  const form = new ConditionForm(page, language);
  const layers = new LayerForm(page, language);
  await editor.status.waitFor();

  for (const [index, [name, days]] of (
    [
      ['买过 4 天', '4'],
      ['买过 2 天', '2'],
    ] as const
  ).entries()) {
    await editor.dragIn('条件', { x: 330, y: 130 + index * 250 });
    await editor.rename(name);
    await form.askEvent('下单', 'days');
    await form.value(days);
    await editor.connect(editor.card('全部会员'), 'out', editor.card(name));
    await editor.connect(editor.card(name), 'matched', editor.node(`layer${index + 1}`));
  }
  // The wrong way round, to be put right below.
  await editor.node('layer1').locator('header').click();
  await layers.fill({ key: 'often', name: often, strategy: '专属客服跟进，邀请转介绍' });
  await editor.node('layer2').locator('header').click();
  await layers.fill({ key: 'twice', name: twice });
  await accessible('the form of a layer');
  await editor.expectCount(editor.node('layer1'), 'in', 'in', before.often);
  await editor.expectCount(editor.node('layer2'), 'in', 'in', before.twice);
  await editor.saved();

  await page.keyboard.press('Escape');
  await editor.open(id, '', 'layers');
  await layers.expectOrder(often, twice);
  await layers.toEndByKeys(often);
  await layers.expectOrder(twice, often);
  await editor.expectCount(editor.node('layer2'), 'in', 'in', before.twice + before.often);
  await accessible('the order of layers');
  await editor.undo.click();
  await layers.expectOrder(often, twice);
  await layers.dragBefore(twice, often);
  await layers.expectOrder(twice, often);
  await editor.undo.click();
  await layers.expectOrder(often, twice);
  await editor.expectCount(editor.node('layer1'), 'in', 'in', before.often);
  await editor.saved();

  const movement = new MovementPage(page, language);
  await editor.menu(layering, '流转');
  await expect(page.getByText('还没有运行过')).toBeVisible();
  await accessible('movement of a layering that never ran');
  await page.getByRole('link', { name: '去编辑和发布' }).click();

  const dialog = new PublishDialog(page, language);
  await editor.status.waitFor();
  await dialog.open();
  await expect(dialog.changes.getByRole('row').filter({ hasText: often })).toContainText(
    grouped(before.often),
    {
      timeout: 60_000,
    },
  );
  await accessible('the first publication of a layering');
  await dialog.publish({ run: true });
  const viewer = await api('viewer');
  const done = async () => (await viewer.ask(lastRunSchema, 'get', `/api/runs?definition=${id}`)).runs[0];
  await expect.poll(done, { timeout: 60_000 }).toMatchObject({ state: 'done', version: 1 });

  await movement.open(id);
  await movement.expectLayers([
    [often, before.often],
    [twice, before.twice],
    [others, before.others],
  ]);
  await expect(movement.funnel).toContainText(grouped(before.often + before.twice));
  await expect(movement.matrix).toHaveCount(0);
  await movement.pyramid.getByRole('button', { name: `展开“${often}”的策略和权益` }).click();
  await expect(movement.pyramid).toContainText('专属客服跟进');
  await accessible('movement after one run');
});

test('whom a change moves is seen before it is published, and afterwards between the runs', async ({
  page,
  language,
  accessible,
  api,
}) => {
  test.setTimeout(180_000);
  const [before, after] = [expected(4), expected(3)];
  const rise = after.often - before.often;
  const editor = new EditorPage(page, language);
  const form = new ConditionForm(page, language);
  await editor.open(id, '', 'layers');
  await editor.card('买过 4 天').locator('header').click();
  await form.value('3');
  await editor.expectCount(editor.node('layer1'), 'in', 'in', after.often);
  await editor.saved();

  const movement = new MovementPage(page, language);
  const dialog = new PublishDialog(page, language);
  await dialog.open();
  await movement.matrix.waitFor({ timeout: 60_000 });
  await movement.expectCell(often, often, before.often);
  await movement.expectCell(twice, often, rise);
  await movement.expectCell(twice, twice, after.twice);
  await movement.expectCell(others, others, before.others);
  await accessible('draft against published');
  await movement.cell(twice, often).click();
  const foreseen = dialog.box.getByRole('table', { name: `${twice} → ${often}` });
  await expect(foreseen.getByRole('link').first()).toBeVisible({ timeout: 30_000 });
  await expect(dialog.box).toContainText(grouped(rise));
  await accessible('who would move');
  await dialog.publish({ run: true });
  const viewer = await api('viewer');
  const done = async () => (await viewer.ask(lastRunSchema, 'get', `/api/runs?definition=${id}`)).runs[0];
  await expect.poll(done, { timeout: 60_000 }).toMatchObject({ state: 'done', version: 2 });

  await movement.open(id);
  await expect(movement.flows).toBeVisible();
  await movement.expectLayers([
    [often, after.often],
    [twice, after.twice],
    [others, after.others],
  ]);
  await movement.expectCell(twice, often, rise);
  await expect(page.getByRole('status').filter({ hasText: '升' })).toContainText(grouped(rise));
  await accessible('movement between two runs');

  await movement.cell(twice, often).click();
  await expect(page).toHaveURL(/was=twice&is=often/);
  const rows = movement.members.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(Math.min(rise, 100) + 1);
  await expect(movement.members).toContainText(grouped(rise));
  await accessible('the members of a cell');
  await page.goBack();
  await expect(movement.members).toBeHidden();
  await page.goForward();
  const member = movement.members.getByRole('table').getByRole('link').first();
  const who = (await member.textContent()) ?? '';
  await member.click();
  await expect(page).toHaveURL(new RegExp(`/members/${who}`));
  const own = page.getByRole('listitem').filter({ hasText: layering });
  await expect(own).toContainText(often);
  await expect(own).toContainText('v2');
  await accessible('the layers of a member');
  await own.getByRole('link', { name: `为什么在“${often}”` }).click();
  await expect(editor.drawer.locator('ol > li').filter({ hasText: '买过 4 天' })).toContainText('实际 3');
});

test('any two runs are compared, and the interface says the same', async ({
  page,
  language,
  accessible,
  api,
}) => {
  test.setTimeout(120_000);
  const [before, after] = [expected(4), expected(3)];
  const rise = after.often - before.often;
  const viewer = await api('viewer');
  const movement = new MovementPage(page, language);
  await movement.open(id);
  await page.getByRole('button', { name: '前后对调' }).click();
  await expect(page).toHaveURL(/from=\w+&to=\w+/);
  await movement.expectCell(often, twice, rise);
  await movement.expectLayers([
    [often, before.often],
    [twice, before.twice],
    [others, before.others],
  ]);
  await accessible('movement the other way round');
  await page.getByRole('button', { name: '看最近两次' }).click();
  await movement.expectCell(twice, often, rise);

  const told = await viewer.ask(movementSchema, 'get', `/api/definitions/${id}/movement`);
  expect([told.from?.version, told.to.version]).toEqual([1, 2]);
  const flow = (from: string, to: string) => told.flows.find((one) => one.from === from && one.to === to)?.n;
  expect(flow('often', 'often')).toBe(before.often);
  expect(flow('twice', 'often')).toBe(rise);
  expect(told.flows.reduce((all, { n }) => all + n, 0)).toBe(after.all);

  const { definition } = await viewer.ask(definitionSchema, 'get', `/api/definitions/${id}`);
  const listed = await viewer.ask(totalSchema, 'get', `/api/members?limit=1&layer=${definition.key}:often`);
  expect(listed.total).toBe(after.often);
  await movement.pyramid.getByRole('link', { name: new RegExp(`^${often}的会员`) }).click();
  await expect(page).toHaveURL(/\/members\?layer=/);
  await expect(page.getByRole('status').first()).toContainText(grouped(after.often));
  await accessible('the members of a layer');

  await page.goto(`/layers/${id}/runs`);
  const last = page.getByRole('table', { name: '运行记录' }).getByRole('row').nth(1);
  await expect(last).toContainText(grouped(rise));
  await accessible('the runs of a layering');
  await movement.open(id, '?moves=only');
  // One band is left, from side to side.
  await movement.flows.locator('path').first().waitFor();
  await movement.flows.click();
  await expect(page).toHaveURL(/was=twice&is=often/);
  await expect(movement.members).toContainText(grouped(rise));
  await movement.close();

  await page.goto(`/layers/${id}/movement?from=nothing`);
  await expect(movement.error).toBeVisible();
  await accessible('movement from a run that is not there');
});

test.describe('on a phone, in the dark, in English', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, theme: 'dark', language: 'en' });

  test('pyramid and funnel fit, and the matrix scrolls in itself', async ({ page, language, accessible }) => {
    const movement = new MovementPage(page, language);
    await movement.open(id);
    await expect(movement.flows).toBeVisible();
    await accessible('movement on a phone');
    const widths = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect(widths.scrollWidth).toBe(widths.clientWidth);
    await movement.cell(twice, often).click();
    await movement.members.getByRole('table').waitFor();
    await accessible('members of a cell on a phone');
  });
});
