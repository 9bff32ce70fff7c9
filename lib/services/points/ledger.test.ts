import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { PointEntryDoc } from '@/lib/db/point-documents';
import { type TestDatabase, testDatabase } from '@/lib/setup/testing/database';
import { adjustPoints, redeemPoints } from './book-by-hand';
import { entryId } from './entry-id';
import { runPoints } from './run-points';
import { expectLedgerLaws } from './testing/ledger-laws';
import { Killed, mortalDb } from './testing/mortal-db';
import { actor, makeRule, openShop, order, orderRule } from './testing/shop';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const members = 3;
const day = 86_400_000;
const start = Date.parse('2026-06-01T04:00:00Z');

/** What people, the shop and the clock do, and where the process that does it for them is killed. */
type Step =
  | { act: 'buy'; member: number; yuan: number; hours: number }
  | { act: 'delete'; event: number }
  | { act: 'pass'; days: number }
  | { act: 'run' | 'redeem' | 'adjust'; member: number; points: number; key: number; survives: number }
  | { act: 'two'; member: number; points: number; key: number; with: 'run' | 'redeem' | 'runs' };

const member = fc.nat(members - 1);
const points = fc.integer({ min: 1, max: 12 });
const key = fc.nat(5);
/** Before, between and after the first writes, or never. */
const survives = fc.oneof({ weight: 3, arbitrary: fc.nat(5) }, { weight: 1, arbitrary: fc.constant(1_000) });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('buy'), member, yuan: fc.nat(15), hours: fc.nat(30) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('delete'), event: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('pass'), days: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constantFrom('run', 'redeem', 'adjust'), member, points, key, survives }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant('two'),
      member,
      points,
      key,
      with: fc.constantFrom('run', 'redeem', 'runs'),
    }),
  },
);

describe('the ledger', () => {
  test('adds up whatever happens in whatever order, and whoever is killed where', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const shop = new Shop();
        await shop.open();
        for (let who = 0; who < members; who += 1)
          await shop.take({ act: 'buy', member: who, yuan: 20, hours: 0 });
        await shop.run();
        for (const one of steps) {
          await shop.take(one);
          await expectLedgerLaws(database.db);
        }
        await shop.run();
        await expectLedgerLaws(database.db);
        await shop.expectSettled();
      }),
      { numRuns: Number(process.env.TAGLOOM_LEDGER_RUNS ?? 40) },
    );
  }, 600_000);
});

/** The world of one history. Two rules count the same orders: one by amount with an end, one for each with a limit. */
class Shop {
  private now = start;
  private events = 0;
  private rules: string[] = [];

  async open(): Promise<void> {
    const { db } = database;
    // Emptied, and not dropped: indexes are made once, and no connection remembers collections that are gone.
    for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
      await db.collection(name).deleteMany({});
    }
    await openShop(db, members);
    this.rules = [
      await makeRule(db, orderRule({ expiresAfterDays: 3 })),
      await makeRule(db, orderRule({ worth: { kind: 'fixed', points: 2 }, mostPerDay: 5 })),
    ];
  }

  async take(step: Step): Promise<void> {
    const { db } = database;
    switch (step.act) {
      case 'buy': {
        this.events += 1;
        const at = new Date(this.now - step.hours * 3_600_000);
        await collection(db, 'events').insertOne(
          order(`e${this.events}`, `m${step.member}`, at, step.yuan * 100),
        );
        return;
      }
      case 'delete':
        await collection(db, 'events').deleteOne({ _id: `e${step.event}` });
        return;
      case 'pass':
        this.now += step.days * day;
        return;
      case 'two': {
        const { member, points, key } = step;
        const other = {
          run: () => this.run(),
          runs: () => this.run(),
          redeem: () => this.redeem(db, member, points, key + 1),
        };
        const one = step.with === 'runs' ? () => this.run() : () => this.redeem(db, member, points, key);
        await this.alive(one, other[step.with]);
        return;
      }
      default:
        await this.mortal(step.act, step);
    }
  }

  private async mortal(
    act: 'run' | 'redeem' | 'adjust',
    { member, points, key, survives }: { member: number; points: number; key: number; survives: number },
  ): Promise<void> {
    const db = mortalDb(database.db, survives);
    if (act === 'run') await this.alive(() => this.run(db));
    if (act === 'redeem') await this.alive(() => this.redeem(db, member, points, key));
    if (act === 'adjust') {
      const by = key % 2 === 0 ? points : -points;
      const said = { key: `${key} ${points}`, points: by, note: 'test' };
      await this.alive(() => adjustPoints(db, actor, `m${member}`, said, this.at));
    }
  }

  /** All of them at once; a refusal and a sudden end are part of life. */
  private async alive(...works: (() => Promise<unknown>)[]): Promise<void> {
    const ends = await Promise.allSettled(works.map((work) => work()));
    for (const end of ends) {
      if (end.status === 'fulfilled' || end.reason instanceof Killed) continue;
      const isRefusal =
        end.reason instanceof Problem && ['not-enough-points', 'key-reused'].includes(end.reason.code);
      if (!isRefusal) throw end.reason;
    }
  }

  private get at(): Date {
    return new Date(this.now);
  }

  private redeem(db: TestDatabase['db'], member: number, points: number, key: number) {
    return redeemPoints(db, actor, `m${member}`, { key: `${key}`, points, note: '' }, this.at);
  }

  run(db = database.db) {
    return runPoints(db, { now: this.at, by: 'test' });
  }

  /** After a run that nobody killed: every event that is there is counted by what it is worth, every one that is gone taken back. */
  async expectSettled(): Promise<void> {
    const { db } = database;
    const entries = await collection(db, 'pointEntries').find().toArray();
    const byId = new Map<string, PointEntryDoc>(entries.map((entry) => [entry._id, entry]));
    const events = await collection(db, 'events').find().toArray();
    const [byAmount = ''] = this.rules;
    for (const { _id, props } of events) {
      const worth = Math.floor(Number(props.amount) / 100);
      expect(byId.get(entryId.earn(byAmount, _id))?.points ?? 0).toBe(worth);
    }
    const living = new Set(events.map(({ _id }) => _id));
    for (const { _id, kind, event, points } of entries) {
      if (kind !== 'earn') continue;
      const reversal = byId.get(entryId.reverse(_id));
      expect(reversal !== undefined).toBe(!living.has(event ?? ''));
      if (!reversal) continue;
      const expired = -(byId.get(entryId.expire(_id))?.points ?? 0);
      expect(expired + reversal.lacking - reversal.points).toBe(points);
    }
    expect(await this.run()).toMatchObject({ entries: 0, members: 0 });
    const accounts = await collection(db, 'pointAccounts').find().toArray();
    expect(accounts.flatMap(({ pending }) => pending)).toEqual([]);
    for (const { _id, balance, totals } of accounts) {
      const member = await collection(db, 'members').findOne({ _id });
      expect(member?.metrics).toMatchObject({
        points_balance: balance,
        points_earned: totals.given - totals.revoked,
      });
    }
  }
}
