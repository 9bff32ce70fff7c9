import { z } from 'zod';
import { AS_OF, type Customer, cdnowCustomers, grouped } from '../cdnow';
import { expect, test } from '../journey';
import { EditorPage } from '../pages/editor-page';
import { MovementPage } from '../pages/movement-page';
import { importCdnow, newKey } from '../workbench';

const days = { kind: 'event', eventType: 'order', fn: 'distinctDays', window: { kind: 'allTime' } };
const spent = { ...days, fn: 'sum', property: 'props.amount' };
const row = (subject: object, value: number) => ({ subject, operator: 'atLeast', value });

/** Gold bought on 6 days and spent $400, silver bought on 2 days; the others are the fallback. */
const graph = {
  kind: 'layering',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    {
      id: 'often',
      type: 'condition',
      name: '常买且买得多',
      position: { x: 320, y: 0 },
      params: { mode: 'all', rows: [row(days, 6), row(spent, 40_000)] },
    },
    {
      id: 'twice',
      type: 'condition',
      name: '买过两天',
      position: { x: 320, y: 240 },
      params: { mode: 'all', rows: [row(days, 2)] },
    },
    {
      id: 'gold',
      type: 'layer',
      position: { x: 640, y: 0 },
      params: { layer: 'gold', label: { zh: '金卡', en: 'Gold' }, color: 4 },
    },
    {
      id: 'silver',
      type: 'layer',
      position: { x: 640, y: 240 },
      params: { layer: 'silver', label: { zh: '银卡', en: 'Silver' }, color: 7 },
    },
    {
      id: 'others',
      type: 'fallbackLayer',
      position: { x: 640, y: 480 },
      params: { layer: 'regular', label: { zh: '普通', en: 'Regular' }, color: 9 },
    },
  ],
  edges: [
    { id: 'e1', source: 'all', sourcePort: 'out', target: 'often', targetPort: 'in' },
    { id: 'e2', source: 'all', sourcePort: 'out', target: 'twice', targetPort: 'in' },
    { id: 'e3', source: 'often', sourcePort: 'matched', target: 'gold', targetPort: 'in' },
    { id: 'e4', source: 'twice', sourcePort: 'matched', target: 'silver', targetPort: 'in' },
  ],
};

// From the raw file alone.
const isGold = ({ days: on, cents }: Customer) => on >= 6 && cents >= 40_000;
const isSilver = (one: Customer) => one.days >= 2 && !isGold(one);
const isClose = (one: Customer) => isSilver(one) && one.days >= 4.5 && one.cents >= 30_000;

const definitionSchema = z.object({
  definition: z.object({ id: z.string(), key: z.string(), revision: z.number() }),
});
const runsSchema = z.object({ runs: z.array(z.object({ state: z.string() })) });
const totalSchema = z.object({ total: z.number() });
const findingsSchema = z.object({
  findings: z.array(z.object({ kind: z.string(), node: z.string(), n: z.number().nullable() })),
});

test('what a member lacks for the layer above, and those who lack little as a segment', async ({
  page,
  language,
  accessible,
  api,
}) => {
  test.setTimeout(180_000);
  const approver = await api('approver');
  await importCdnow(approver);
  const customers = cdnowCustomers();
  const count = (test: (one: Customer) => boolean) => customers.filter(test).length;
  const { definition } = await approver.ask(definitionSchema, 'post', '/api/definitions', {
    kind: 'layering',
    key: newKey('distance'),
    label: { zh: '会员卡', en: 'Cards' },
    graph,
  });
  const { id } = definition;

  const editor = new EditorPage(page, language);
  await editor.open(id, '', 'layers');
  await editor.showDrawer('问题', 'Problems');
  const findings = editor.drawer.getByRole('list', { name: '检查结果' });
  await expect(findings.getByRole('button')).toHaveCount(2);
  await expect(findings).toContainText(`有 ${grouped(count(isGold))} 人也符合“银卡”`);
  await expect(findings).toContainText(`${grouped(count(({ days: on }) => on < 2))} 人不符合任何一层的规则`);
  await accessible('what was found of a layering');
  await findings.getByRole('button', { name: /兜底/ }).click();
  await expect(page).toHaveURL(/node=others/);
  const told = await approver.ask(findingsSchema, 'post', '/api/lint', { graph, asOf: AS_OF });
  expect(told.findings).toContainEqual({ kind: 'overlap', node: 'silver', n: count(isGold) });

  const someone = customers.find((one) => isSilver(one) && one.days === 4 && one.cents >= 40_000);
  if (!someone) throw new Error('Nobody of CDNOW bought on four days for more than $400.');
  await editor.explain(someone.id);
  const above = editor.drawer.getByRole('region', { name: '离更靠前的还差什么' });
  await expect(above.getByRole('listitem').first()).toContainText('金卡');
  await expect(above).toContainText('还差 1 个条件');
  await expect(above).toContainText('还差 2');
  await accessible('what a member lacks for the layer above');

  await approver.ask(z.unknown(), 'post', `/api/definitions/${id}/publish`, {
    revision: definition.revision,
    run: true,
  });
  const lastRun = async () =>
    (await approver.ask(runsSchema, 'get', `/api/runs?definition=${id}`)).runs[0]?.state;
  await expect.poll(lastRun, { timeout: 60_000 }).toBe('done');

  const movement = new MovementPage(page, language);
  await movement.open(id);
  await movement.expectLayers([
    ['金卡', count(isGold)],
    ['银卡', count(isSilver)],
    ['普通', count(({ days: on }) => on < 2)],
  ]);
  await page.getByRole('button', { name: '“银卡”里最接近“金卡”的会员' }).click();
  const dialog = page.getByRole('dialog', { name: '“银卡”里最接近“金卡”的会员' });
  await expect(dialog.getByText(`${grouped(count(isClose))} 人`, { exact: true })).toBeVisible();
  await accessible('those who are close to a layer');
  const slider = dialog.getByRole('slider', { name: '门槛放宽' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(dialog.getByText(`${grouped(count(isClose))} 人`, { exact: true })).toBeHidden();
  for (let step = 1; step < 25; step += 1) await page.keyboard.press('ArrowRight');
  await expect(dialog.getByText(`${grouped(count(isClose))} 人`, { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: '存成分群' }).click();
  await page.waitForURL(/\/segments\/[^/]+$/);
  await editor.status.waitFor();
  await editor.expectCount(editor.node('near'), 'out', 'out', count(isClose));
  await expect(editor.sentence).toContainText('门槛放宽');
  await accessible('the segment of those who are close');

  // The same members, as a program gets them.
  const segment = page.url().split('/').at(-1) ?? '';
  const stored = await approver.ask(
    z.object({ definition: z.object({ graph: z.unknown() }) }),
    'get',
    `/api/definitions/${segment}`,
  );
  const listed = await approver.ask(totalSchema, 'post', '/api/counts/members', {
    graph: stored.definition.graph,
    port: 'near.out',
  });
  expect(listed.total).toBe(count(isClose));
});
