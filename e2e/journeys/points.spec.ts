import { z } from 'zod';
import { cdnowPurchases, grouped } from '../cdnow';
import { expect, test } from '../journey';
import { MemberPoints } from '../pages/member-points';
import { PointsPage } from '../pages/points-page';
import { importCdnow } from '../workbench';

const membersSchema = z.object({ members: z.array(z.object({ id: z.string() })) });
const accountSchema = z.object({ balance: z.number(), earned: z.number() });
const bookedSchema = z.object({ entry: z.object({ id: z.string() }), account: accountSchema });
const ledgerSchema = z.object({
  entries: z.array(z.object({ kind: z.string(), points: z.number(), balance: z.number() })),
});
const ruleSchema = z.object({ rule: z.object({ id: z.string() }) });

const name = '购物积分';
const spend = 120;

/** A point for each full ten dollars of each purchase, from the raw file alone. */
function expected() {
  const points = new Map<string, number>();
  for (const { customer, cents } of cdnowPurchases()) {
    points.set(customer, (points.get(customer) ?? 0) + Math.floor(cents / 1_000));
  }
  const earning = [...points].filter(([, n]) => n > 0).sort(([, a], [, b]) => b - a);
  const [best = ['', 0] as const] = earning;
  return {
    all: earning.reduce((sum, [, n]) => sum + n, 0),
    members: earning.length,
    customer: best[0],
    most: best[1],
  };
}

/** The member with the most points. */
let member = '';

test.describe.configure({ mode: 'serial' });

test.describe('points for purchases', () => {
  test.use({ role: 'editor' });

  test('are given by a rule, once for every purchase', async ({ page, language, accessible, api }) => {
    test.setTimeout(240_000);
    await importCdnow(await api('admin'));
    const { all, members, customer } = expected();
    const points = new PointsPage(page, language);
    await points.open();
    await expect(page.getByText('还没有积分规则')).toBeVisible();
    await accessible('points, no rule yet');

    await points.make.click();
    await points.heading('新建积分规则').waitFor();
    await points.save.click();
    await expect(page.getByText('请填写名称。')).toBeVisible();
    await accessible('a rule with something missing');
    await points.nameRule(name);
    await points.number('每满', '10');
    await points.number('多少天后过期', '');
    await expect(page.getByText('下单，实付金额每满 $10.00 得 1 积分')).toBeVisible();
    await expect(page.getByText('永久有效', { exact: true })).toBeVisible();
    await accessible('a rule that is complete');
    await points.save.click();
    await expect(points.rule(name)).toContainText('实付金额每满 $10.00 得 1 积分');
    await accessible('points before the first run');

    await points.run();
    await expect(page.getByText(`获得 ${grouped(all)} · 涉及 ${grouped(members)} 名会员`)).toBeVisible();
    await expect(points.total('发放')).toContainText(grouped(all));
    await expect(points.rule(name)).toContainText(grouped(all));
    await expect(points.rule(name)).toContainText(grouped(members));
    await accessible('points after a run');
    await points.run();
    await expect(page.getByText('没有变化')).toBeVisible();

    const requests = await api('editor');
    const found = await requests.ask(membersSchema, 'get', `/api/members?search=${customer}`);
    member = found.members[0]?.id ?? '';
  });

  test('are redeemed once, never more than there are, and the ledger tells', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    const { most } = expected();
    const points = new MemberPoints(page, language);
    await points.open(member);
    await expect(points.figure('可用积分').first()).toHaveText(grouped(most));
    await accessible('a member with points');

    await points.redeemButton.click();
    await accessible('redeeming');
    await points.book(most + 1, '换购');
    await expect(points.error).toContainText(`积分不够：现有 ${most} 积分，需要 ${most + 1} 积分。`);
    await accessible('a redemption that is refused');
    await points.book(spend, '换购保温杯');
    await points.booked();
    await expect(points.figure('可用积分').first()).toHaveText(grouped(most - spend));
    await expect(points.entry(0)).toContainText('兑换');
    await expect(points.entry(0)).toContainText('换购保温杯');
    await expect(points.entry(0)).toContainText(`−${spend}`);
    await expect(points.entry(1)).toContainText(name);
    await accessible('a ledger');

    await points.adjustButton.click();
    await points.send.click();
    await expect(page.getByText('请写明原因。')).toBeVisible();
    await accessible('an adjustment with something missing');
    await points.book(-20, '重复发放');
    await points.booked();
    await expect(points.entry(0)).toContainText('重复发放');

    // The same key again is the same redemption; two that don't fit together are one.
    const requests = await api('editor');
    const at = `/api/points/members/${member}`;
    const cup = { key: 'cup', points: 10, note: '' };
    const once = await requests.ask(bookedSchema, 'post', `${at}/redeem`, cup);
    expect(await requests.ask(bookedSchema, 'post', `${at}/redeem`, cup)).toEqual(once);
    expect(await requests.refusal('post', `${at}/redeem`, { ...cup, points: 11 })).toEqual({
      status: 409,
      code: 'key-reused',
    });
    const left = once.account.balance;
    expect(left).toBe(most - spend - 30);
    const rest = ['a', 'b', 'c'].map((key) => ({ key, points: left - 1, note: '' }));
    const answers = await Promise.allSettled(
      rest.map((body) => requests.ask(bookedSchema, 'post', `${at}/redeem`, body)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { entries } = await requests.ask(ledgerSchema, 'get', `${at}/entries?limit=1`);
    expect(entries).toEqual([{ kind: 'redeem', points: 1 - left, balance: 1 }]);
    expect(await requests.ask(accountSchema, 'get', at)).toEqual({ balance: 1, earned: most });
  });

  test('a rule is paused and goes on, and one that gave points stays', async ({
    page,
    language,
    accessible,
    api,
  }) => {
    const points = new PointsPage(page, language);
    await points.open();
    await points.switchOf(name).click({ force: true });
    await expect(page.getByText(`“${name}”已暂停，已发的积分不变`)).toBeVisible();
    await expect(points.switchOf(name)).not.toBeChecked();
    await accessible('points with a paused rule');
    await points.switchOf(name).click({ force: true });
    await expect(points.switchOf(name)).toBeChecked();

    await page.getByRole('button', { name: '设置计划' }).click();
    await page.getByRole('radio', { name: '每天' }).check({ force: true });
    await accessible('the schedule of the programme');
    await page.getByRole('button', { name: '保存计划' }).click();
    await expect(page.getByText('每天 03:00')).toBeVisible();

    await page.getByRole('link', { name }).click();
    await points.heading(name).waitFor();
    await expect(page.getByRole('button', { name: '删除' })).toHaveCount(0);
    await accessible('a rule that gave points');
    const id = page.url().split('/').at(-1) ?? '';
    const requests = await api('editor');
    await requests.ask(ruleSchema, 'get', `/api/points/rules/${id}`);
    expect(await requests.refusal('delete', `/api/points/rules/${id}`)).toEqual({
      status: 409,
      code: 'points-given',
    });
  });
});

test.describe('a viewer', () => {
  test.use({ role: 'viewer', language: 'en', theme: 'dark' });

  test('sees the points and is offered nothing they may not do', async ({ page, language, accessible }) => {
    const points = new PointsPage(page, language);
    await points.open();
    await expect(points.rule(name)).toContainText('active');
    await expect(points.runNow).toHaveCount(0);
    await expect(points.make).toHaveCount(0);
    await accessible('points of a viewer');
    const own = new MemberPoints(page, language);
    await page.goto(`/members/${member}?points=redeem`);
    await expect(own.ledger).toBeVisible();
    await expect(own.dialog).toHaveCount(0);
    await expect(own.redeemButton).toHaveCount(0);
    await accessible('a member with points, of a viewer');
    await page.goto('/data/points/rules/new');
    await expect(page.getByText('You can’t see this')).toBeVisible();
  });
});
