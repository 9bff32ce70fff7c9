import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MemberQuery } from '@/lib/contracts/members';
import { type Actor, systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { EventDoc, MemberDoc } from '@/lib/db/documents';
import { ensureIndexes } from '@/lib/db/indexes';
import { identityKey } from '@/lib/members/identity-key';
import { newMember } from '@/lib/members/new-member';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { memberRows } from '@/lib/workspace/member-rows';
import { listMembers } from './list-members';
import { memberDetail, revealMember } from './member-detail';
import { memberTimeline } from './timeline';

let database: TestDatabase;
const now = new Date('2026-01-01T00:00:00Z');
const viewer: Actor = { ...systemActor('vi'), role: 'viewer' };
const approver: Actor = { ...systemActor('app'), role: 'approver' };

/** 25 members; every fifth has the tag, all have a phone, a city and a name. */
beforeAll(async () => {
  database = await testDatabase();
  const { db } = database;
  await ensureIndexes(db);
  const members = Array.from({ length: 25 }, (_, n): MemberDoc => {
    const phone = { type: 'phone', value: `+86154000000${String(n).padStart(2, '0')}` };
    return {
      ...newMember(`m${n}`, n, [phone], now),
      attrs: { city: '上海', name: `王${n}`, stray: 'not in the catalogue' },
      metrics: { orders: n },
      tags: n % 5 === 0 ? ['level:vip'] : [],
      tagSince: n % 5 === 0 ? { level: { at: now, run: 'run1' } } : {},
    };
  });
  await collection(db, 'members').insertMany(members);
  await collection(db, 'identities').insertMany(
    members.flatMap(({ _id, identities }) =>
      identities.map((one) => ({ _id: identityKey(one), memberId: _id })),
    ),
  );
  const field = { unit: null, options: [], origin: 'discovered' as const, updatedAt: now };
  await collection(db, 'fields').insertMany([
    { _id: 'attrs.city', type: 'text', label: { zh: '城市', en: 'City' }, personal: false, ...field },
    { _id: 'attrs.name', type: 'text', label: { zh: '姓名', en: 'Name' }, personal: true, ...field },
    {
      _id: 'metrics.orders',
      type: 'number',
      label: { zh: '订单数', en: 'Orders' },
      personal: false,
      ...field,
      origin: 'metric',
    },
  ]);
  await collection(db, 'eventTypes').insertOne({
    _id: 'order',
    label: { zh: '下单', en: 'Order' },
    props: [
      { path: 'props.amount', type: 'money', label: { zh: '金额', en: 'Amount' }, unit: 'CNY', options: [] },
    ],
    updatedAt: now,
  });
  const events = Array.from(
    { length: 7 },
    (_, n): EventDoc => ({
      _id: `e${n}`,
      memberId: 'm1',
      type: n < 6 ? 'order' : 'visit',
      // Three at the same instant: their order is that of their ids.
      at: new Date(now.getTime() + Math.floor(n / 3) * 1000),
      props: { amount: n, hidden: 'not in the catalogue' },
      source: 'test',
      dedupeKey: `e${n}`,
    }),
  );
  await collection(db, 'events').insertMany(events);
});
afterAll(() => database.drop());

const query = (over: Partial<MemberQuery> = {}): MemberQuery => ({
  search: '',
  columns: [],
  after: -1,
  limit: 10,
  ...over,
});

describe('the list', () => {
  test('pages by ord with the exact total, whatever the filter', async () => {
    const { db } = database;
    const seen: string[] = [];
    let after: number | null = -1;
    while (after !== null) {
      const page = await listMembers(db, query({ after }));
      expect(page.total).toBe(25);
      seen.push(...page.members.map(({ id }) => id));
      after = page.next;
    }
    expect(seen).toEqual(Array.from({ length: 25 }, (_, n) => `m${n}`));
    const tagged = await listMembers(db, query({ tag: 'level:vip', limit: 3 }));
    expect([tagged.total, tagged.next, tagged.members.map(({ id }) => id)]).toEqual([
      5,
      10,
      ['m0', 'm5', 'm10'],
    ]);
    expect((await listMembers(db, query({ tag: 'level:none' }))).total).toBe(0);
  });

  test.each([['15400000007'], ['+86 154 0000 0007'], ['m7'], ['154-0000-0007']])(
    'finds %s',
    async (search) => {
      const page = await listMembers(database.db, query({ search }));
      expect(page.members.map(({ id }) => id)).toEqual(['m7']);
    },
  );

  test('finds nobody by a part of an identity, or by an operator', async () => {
    for (const search of ['1540000', '{"$ne":null}', '.*']) {
      expect((await listMembers(database.db, query({ search }))).total).toBe(0);
    }
  });

  test('shows the columns asked for; personal data is masked, whoever asks', async () => {
    const { db } = database;
    const columns = ['attrs.city', 'attrs.name', 'metrics.orders', 'createdAt'];
    const [row] = (await listMembers(db, query({ columns, limit: 1 }))).members;
    expect(row).toMatchObject({
      identities: [{ type: 'phone', value: '+86154****0000', masked: true }],
      values: {
        'attrs.city': '上海',
        'attrs.name': '王**',
        'metrics.orders': 0,
        createdAt: now.toISOString(),
      },
    });
    await expect(listMembers(db, query({ columns: ['attrs.stray'] }))).rejects.toMatchObject({
      code: 'unknown-column',
    });
    await expect(listMembers(db, query({ columns: ['__proto__.x'] }))).rejects.toMatchObject({
      code: 'unknown-column',
    });
    expect((await memberRows(db, ['m3', 'gone', 'm1'], [])).map(({ id }) => id)).toEqual(['m3', 'm1']);
  });
});

describe('one member', () => {
  test('attributes, metrics, tags with since when, events by type; personal data masked', async () => {
    const detail = await memberDetail(database.db, viewer, 'm5');
    expect(detail.attributes.map(({ path, value, masked }) => [path, value, masked])).toEqual([
      ['attrs.city', '上海', false],
      ['attrs.name', '王**', true],
    ]);
    expect(detail.metrics).toMatchObject([{ path: 'metrics.orders', value: 5 }]);
    expect(detail.tags).toEqual([
      { tag: 'level:vip', definition: null, label: null, since: now.toISOString(), run: 'run1' },
    ]);
    expect(detail.mayReveal).toBe(false);
    expect((await memberDetail(database.db, viewer, 'm1')).events.map(({ type, n }) => [type, n])).toEqual([
      ['order', 6],
      ['visit', 1],
    ]);
    await expect(memberDetail(database.db, viewer, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('what is masked is shown to who may see it, and that is recorded', async () => {
    const { db } = database;
    await expect(revealMember(db, viewer, 'm5')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await collection(db, 'audit').countDocuments()).toBe(0);
    expect(await revealMember(db, approver, 'm5')).toEqual({
      identities: [{ type: 'phone', value: '+8615400000005', masked: false }],
      values: { 'attrs.name': '王5' },
    });
    expect(await collection(db, 'audit').find().toArray()).toMatchObject([
      { action: 'member.reveal', target: 'member:m5' },
    ]);
  });

  test('the timeline goes back in time page by page, none twice and none left out', async () => {
    const { db } = database;
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await memberTimeline(db, 'm1', { limit: 2, ...(after === undefined ? {} : { after }) });
      seen.push(...page.events.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(['e6', 'e5', 'e4', 'e3', 'e2', 'e1', 'e0']);
    const [order] = (await memberTimeline(db, 'm1', { type: 'order', limit: 1 })).events;
    expect(order?.props).toEqual([
      {
        path: 'props.amount',
        label: { zh: '金额', en: 'Amount' },
        type: 'money',
        unit: 'CNY',
        value: 5,
        option: null,
      },
    ]);
  });
});
