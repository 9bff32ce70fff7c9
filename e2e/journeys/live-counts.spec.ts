import type { Locator } from '@playwright/test';
import { z } from 'zod';
import type { Api } from '../api';
import { cdnowCustomers } from '../cdnow';
import type { Drawn } from '../drawn';
import { expect, test } from '../journey';
import { ConditionForm } from '../pages/condition-form';
import { EditorPage } from '../pages/editor-page';
import { LiveCountsPage } from '../pages/live-counts-page';
import { importCdnow, makeSegment } from '../workbench';

const metric = 'days_bought';
const path = `metrics.${metric}`;
const jobSchema = z.object({ job: z.string() });
const stateSchema = z.object({ state: z.string() });
const countsSchema = z.object({ engine: z.enum(['mirror', 'mongodb']) });

/** A segment of those who bought on at least so many days, the days being a number that the members carry. */
const loyal = (days: number): Drawn => ({
  kind: 'segment',
  schemaVersion: 1,
  nodes: [
    { id: 'all', type: 'allMembers', position: { x: 0, y: 0 }, params: {} },
    {
      id: 'days',
      type: 'condition',
      position: { x: 296, y: 0 },
      params: {
        mode: 'all',
        rows: [{ subject: { kind: 'field', path }, operator: 'atLeast', value: days }],
      },
    },
    { id: 'output', type: 'segmentOutput', position: { x: 592, y: 0 }, params: {} },
  ],
  edges: [
    { id: 'to-days', source: 'all', sourcePort: 'out', target: 'days', targetPort: 'in' },
    { id: 'to-output', source: 'days', sourcePort: 'matched', target: 'output', targetPort: 'in' },
  ],
});

/** Customers of the raw file who bought on at least so many days. */
const boughtOn = (days: number) => cdnowCustomers().filter((customer) => customer.days >= days).length;

/** The metric of how many days each member bought on. */
async function defineDays(api: Api): Promise<void> {
  await importCdnow(api);
  await api.ask(z.object({}), 'post', '/api/metrics', {
    key: metric,
    label: { zh: '购买天数', en: 'Days bought' },
    operand: { kind: 'event', eventType: 'order', fn: 'distinctDays', window: { kind: 'allTime' } },
  });
}

/** Puts it onto the members, as of an instant. */
async function countDays(api: Api, asOf?: string): Promise<void> {
  const { job } = await api.ask(jobSchema, 'post', `/api/metrics/${metric}/recompute`, { asOf });
  const state = async () => (await api.ask(stateSchema, 'get', `/api/jobs/${job}`)).state;
  await expect.poll(state, { timeout: 120_000 }).toBe('done');
}

/** The number that a figure shows. */
async function shown(figure: Locator): Promise<number> {
  return Number((await figure.textContent())?.replaceAll(',', ''));
}

test.describe.configure({ mode: 'serial' });

test.describe('live counts', () => {
  test.use({ role: 'admin' });

  test('the number moves while its threshold is dragged, by hand and by key', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    test.setTimeout(240_000);
    const admin = await api('admin');
    await defineDays(admin);
    await countDays(admin);
    const { id } = await makeSegment(admin, '常来的人', loyal(4));
    const counted = async () =>
      (await admin.ask(countsSchema, 'post', '/api/counts', { graph: loyal(4) })).engine;
    await expect.poll(counted, { timeout: 60_000 }).toBe('mirror');

    const editor = new EditorPage(page, language);
    const form = new ConditionForm(page, language);
    await editor.open(id);
    const card = editor.node('days');
    const says = (days: number) => editor.expectCount(card, 'out', 'matched', boughtOn(days));
    await says(4);
    await card.locator('header').click();
    await expect(form.slider).toBeVisible();
    expect(await form.slid()).toBe(4);
    await accessible('a threshold that can be dragged');

    const passed: number[] = [];
    await form.slide([0.1, 0.2, 0.35, 0.15], async (days) => {
      passed.push(days);
      await says(days);
      await expect(card).toContainText(`${days}`);
    });
    expect(new Set(passed).size).toBe(4);
    await accessible('a threshold after it was dragged');

    const dragged = passed.at(-1) ?? 0;
    await form.slider.focus();
    for (const [key, by] of [
      ['ArrowRight', 1],
      ['ArrowRight', 2],
      ['ArrowLeft', 1],
    ] as const) {
      // Held down: the number is there before the key is let go.
      await page.keyboard.down(key);
      expect(await form.slid()).toBe(dragged + by);
      await says(dragged + by);
      await page.keyboard.up(key);
    }
    await page.keyboard.press('Home');
    await says(await form.slid());
    await accessible('a threshold at its least');
    await editor.saved();
  });

  test('the settings say what is in memory, how fresh it is, and that it agrees with the database', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    test.setTimeout(240_000);
    const live = new LiveCountsPage(page, language);
    await live.open();
    await expect(page.getByText('人数与数据库一致')).toBeVisible();
    await expect(live.column(path)).toContainText(/KB|MB/);
    await expect(live.column('updatedAt')).toContainText('数字或日期');
    expect(await shown(live.figure('会员', 'Members'))).toBeGreaterThanOrEqual(cdnowCustomers().length);
    await expect(live.figure('内存', 'Memory')).toHaveText(/^[\d.,]+ (KB|MB)$/);
    await expect(live.figure('距上次同步', 'Since the last look')).toHaveText(/毫秒|秒/);
    expect(await shown(live.figure('内存统计', 'Counted in memory'))).toBeGreaterThan(0);
    await expect(live.figure('直接可用', 'At hand')).toHaveText(/^\d+\.\d%$/);
    await accessible('live counts before an audit');

    const generation = live.figure('数据版本', 'Generation');
    const before = await shown(generation);
    await countDays(await api('admin'), '1997-12-31T00:00:00Z');
    await expect.poll(() => shown(generation)).toBeGreaterThan(before);

    // An audit a minute: of a count that was asked for, in both ways.
    await expect(live.figure('核对', 'Audit')).toContainText(/一致，都是 [\d,]+ 人/, { timeout: 150_000 });
    await accessible('live counts after an audit');
  });
});
