import fc from 'fast-check';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { type EventPointRule, type PointRule, pointRuleSchema } from '@/lib/contracts/points';
import { createFormatter } from '@/lib/i18n/format';
import { messages } from '@/lib/i18n/zh-cn-messages';
import { Booking, emptyAccount } from '@/lib/services/points/booking';
import { settleMember } from '@/lib/services/points/settle-member';
import { newDraft, ruleOf } from './rule-draft';
import { ruleWords } from './rule-words';

/* A rule as the form starts it, and as somebody may change it: what it gives is what its words say. */

const dayMs = 86_400_000;
const timeZone = 'Asia/Shanghai';
const now = new Date('2026-06-30T04:00:00Z');
const dayOf = (at: Date) => Math.floor((at.getTime() + 8 * 3_600_000) / dayMs);
const measure = { label: { zh: '金额', en: 'Amount' }, type: 'money', unit: 'CNY' } as const;

function words(rule: PointRule): string[] {
  const { what, besides } = ruleWords(
    { rule, counted: { zh: '下单', en: 'order' }, measure },
    {
      t: createTranslator({ locale: 'zh-CN', messages, namespace: 'points.text' }),
      text: ({ zh }) => zh,
      format: createFormatter({ locale: 'zh-CN', timeZone, currency: 'CNY' }),
    },
  );
  return [what, ...besides];
}

interface Order {
  at: Date;
  amount: number;
}

/** What can be used now by the words alone. */
function readBalance(said: readonly string[], orders: readonly Order[]): number {
  const found = (pattern: RegExp) => said.flatMap((one) => pattern.exec(one)?.slice(1, 3) ?? []);
  const number = (text: string | undefined) => Number(text?.replaceAll(',', ''));
  const [per, perPoints] = found(/^下单，金额每满 ¥([\d.,]+) 得 ([\d,]+) 积分$/);
  const [fixed] = found(/^每次下单得 ([\d,]+) 积分$/);
  const [most] = found(/^每人每天最多 ([\d,]+) 积分$/);
  const [first] = found(/^从 (\S+) 的行为算起$/);
  const [days] = found(/^行为发生 ([\d,]+) 天后过期$/);
  expect(said.includes('以前的行为也算')).toBe(first === undefined);
  expect(said.includes('永久有效')).toBe(days === undefined);
  const given = new Map<number, number>();
  for (const { at, amount } of orders) {
    if (first !== undefined && dayOf(at) < Date.parse(first) / dayMs) continue;
    const worth =
      fixed === undefined
        ? Math.floor(amount / Math.round(number(per) * 100)) * number(perPoints)
        : number(fixed);
    const sum = (given.get(dayOf(at)) ?? 0) + worth;
    given.set(dayOf(at), most === undefined ? sum : Math.min(sum, number(most)));
  }
  const usable = [...given].filter(([day]) => days === undefined || dayOf(now) - day <= number(days));
  return usable.reduce((sum, [, points]) => sum + points, 0);
}

/** What is booked. */
function booked(rule: EventPointRule, orders: readonly Order[]): number {
  const counted = orders.filter(({ at }) => rule.from === null || dayOf(at) >= Date.parse(rule.from) / dayMs);
  const booking = new Booking(emptyAccount('m'), now, 'test');
  const events = counted.map(({ at, amount }, i) => ({
    rule: { id: 'r', rule },
    event: `e${i}`,
    at,
    value: amount,
  }));
  const due = { events, tasks: [], gone: new Set<string>() };
  settleMember(booking, [], due, { timeZone, now, atMost: 1_000 });
  return booking.balance;
}

const orders = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 500 * 24 }).map((hours) => new Date(now.getTime() - hours * 3_600_000)),
    amount: fc.integer({ min: 1, max: 3_000 }),
  }),
  { maxLength: 8 },
);

function hold(rule: PointRule | null): void {
  if (rule?.kind !== 'event') throw new Error('no rule on events');
  const said = words(rule);
  fc.assert(
    fc.property(orders, (found) => {
      expect(booked(rule, found), said.join(' · ')).toBe(readBalance(said, found));
    }),
    { numRuns: 50 },
  );
}

describe('a rule of points', () => {
  test('says as it starts what it gives', () => {
    expect(words(ruleOf(newDraft('order', 'props.amount')) ?? task)).toEqual([
      '下单，金额每满 ¥1.00 得 1 积分',
      '以前的行为也算',
      '行为发生 365 天后过期',
    ]);
    hold(ruleOf(newDraft('order', 'props.amount')));
    hold(ruleOf(newDraft('order', null)));
  });

  test('says what it gives, however it is changed', () => {
    const changed = fc.record({
      worth: fc.constantFrom('fixed' as const, 'per' as const),
      points: fc.integer({ min: 1, max: 2_000 }),
      amount: fc.integer({ min: 1, max: 2_000 }),
      mostPerDay: fc.option(fc.integer({ min: 1, max: 3_000 })),
      from: fc.option(fc.constantFrom('2025-06-01', '2026-01-01', '2026-06-30')),
      expiresAfterDays: fc.option(fc.integer({ min: 1, max: 400 })),
    });
    fc.assert(
      fc.property(changed, (changes) => hold(ruleOf({ ...newDraft('order', 'props.amount'), ...changes }))),
      { numRuns: 30 },
    );
  });

  test('on a task says from when on its points expire', () => {
    expect(words(task)).toEqual(['进入分群“下单”得 5 积分，只给一次', '获得 30 天后过期']);
  });
});

const task = pointRuleSchema.parse({ kind: 'task', segment: 'vip', points: 5, expiresAfterDays: 30 });
