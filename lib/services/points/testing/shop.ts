import type { Db } from 'mongodb';
import { systemActor } from '@/lib/contracts/people';
import type { PointRule } from '@/lib/contracts/points';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { newMember } from '@/lib/members/new-member';
import { createPointRule } from '../save-rule';

export const actor = systemActor('test');
export const began = new Date('2026-01-01T00:00:00Z');

/** A shop with orders: `m0`, `m1` … and nothing bought yet. */
export async function openShop(db: Db, members: number): Promise<void> {
  await ensureIndexes(db);
  const label = { zh: '金额', en: 'Amount' };
  await collection(db, 'eventTypes').insertOne({
    _id: 'order',
    label: { zh: '下单', en: 'Order' },
    props: [{ path: 'props.amount', type: 'money', label, unit: 'CNY', options: [] }],
    updatedAt: began,
  });
  await collection(db, 'members').insertMany(
    Array.from({ length: members }, (_, i) => newMember(`m${i}`, i, [], began)),
  );
}

export function order(id: string, memberId: string, at: Date | string, amount: unknown): EventDoc {
  return {
    _id: id,
    memberId,
    type: 'order',
    at: new Date(at),
    props: { amount },
    source: 'test',
    dedupeKey: id,
  };
}

/** A point for each full yuan, unless told otherwise. */
export function orderRule(more: Partial<Extract<PointRule, { kind: 'event' }>> = {}): PointRule {
  return {
    kind: 'event',
    eventType: 'order',
    worth: { kind: 'per', property: 'props.amount', amount: 100, points: 1 },
    mostPerDay: null,
    from: null,
    expiresAfterDays: null,
    ...more,
  };
}

export async function makeRule(db: Db, rule: PointRule): Promise<string> {
  return (await createPointRule(db, actor, { label: { zh: '购物', en: 'Shopping' }, rule })).id;
}
