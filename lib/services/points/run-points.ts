import type { Db } from 'mongodb';
import type { PointsOutcome } from '@/lib/contracts/points';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import type { PointAccountDoc, PointEntryDoc } from '@/lib/db/point-documents';
import { getSettings } from '@/lib/ground/settings/settings';
import { endOfOrds } from '@/lib/members/ord';
import { everyMember } from '@/lib/members/roll-call';
import { Booking, emptyAccount } from './booking';
import { countGiven } from './count-given';
import { forgetAccounts } from './forget-accounts';
import { preparedRules } from './prepare-rules';
import { dueOf, type EventRule, readDueEvents, readGone, type TaskRule } from './read-due';
import { type Booked, settleMember } from './settle-member';
import { writeBookings } from './write-bookings';
import { type MemberPoints, writePoints } from './write-points';

/** Members in one step, and entries that a member gets in one write at most: an account carries them for a moment. */
const range = 500;
const entriesAtOnce = 1_000;

export interface RunOptions {
  now: Date;
  by: string;
  /** The job, with which its entries are marked. */
  run?: string;
  signal?: AbortSignal;
  /** Before each step: how many members there are, and how many are done. Throws to stop. */
  onStep?: (done: number, total: number) => Promise<void>;
}

type Counted = Pick<MemberDoc, '_id' | 'ord'> & { metrics?: MemberPoints };

/**
 * Brings the ledger to what rules and events say: earns, takes back, expires, and stores balances with the members.
 * What an interrupted run left is brought to its end; run again it books nothing.
 */
export async function runPoints(
  db: Db,
  { now, by, run, signal, onStep }: RunOptions,
): Promise<PointsOutcome> {
  const { timeZone } = await getSettings(db);
  const rules = await preparedRules(db, now, signal);
  const total = await endOfOrds(db);
  const outcome = { earned: 0, reversed: 0, lacking: 0, expired: 0, entries: 0, members: 0 };
  // What is booked stays booked: when somebody was left out, going over all of them again finds only those to do.
  await everyMember(db, 'members of a points run', signal, async (roll) => {
    for (let from = 0; from < total; from += range) {
      signal?.throwIfAborted();
      await onStep?.(from, total);
      const members = await collection(db, 'members')
        .find({ ord: { $gte: from, $lt: from + range } }, { batchSize: range + 1 })
        .project<Counted>({ ord: 1, 'metrics.points_balance': 1, 'metrics.points_earned': 1 })
        .toArray();
      for (const { ord } of members) roll.saw(ord);
      const changed = new Set<string>();
      for (let open = members; open.length > 0; ) {
        signal?.throwIfAborted();
        const { bookings, rest } = await settle(db, open, rules, { now, by, run, timeZone });
        const isWritten = await writeBookings(db, bookings);
        // Somebody else changed one of the accounts: what they and we wrote is seen at the next look.
        open = isWritten ? rest : open;
        if (!isWritten) continue;
        for (const { before, entries } of bookings) {
          if (entries.length > 0) changed.add(before._id);
          for (const entry of entries) tally(outcome, entry);
        }
      }
      await writePoints(db, members);
      outcome.members += changed.size;
    }
  });
  await forgetAccounts(db, signal);
  await onStep?.(total, total);
  await countGiven(db);
  return outcome;
}

interface Rules {
  events: readonly EventRule[];
  tasks: readonly TaskRule[];
}

/** What these members are due, worked out; `rest` are those with more than goes into one write. */
async function settle(
  db: Db,
  members: readonly Counted[],
  rules: Rules,
  { now, by, run, timeZone }: { now: Date; by: string; run: string | undefined; timeZone: string },
): Promise<{ bookings: Booking[]; rest: Counted[] }> {
  const ids = members.map(({ _id }) => _id);
  // Accounts before entries: an entry that is on neither was booked after its account was read, and the write fails.
  const accounts = await readAccounts(db, ids);
  const entries = await readEntries(db, ids, accounts);
  const events = await readDueEvents(db, ids, rules.events);
  const gone = await readGone(db, [...entries.values()].flat(), events, rules.events);
  const rest: Counted[] = [];
  const bookings = members.map((member) => {
    const booking = new Booking(accounts.get(member._id) ?? emptyAccount(member._id), now, by, run);
    const due = dueOf(member, events, rules.tasks, gone);
    const isDone = settleMember(booking, entries.get(member._id) ?? [], due, {
      timeZone,
      now,
      atMost: entriesAtOnce,
    });
    if (!isDone) rest.push(member);
    return booking;
  });
  return { bookings, rest };
}

async function readAccounts(db: Db, ids: readonly string[]): Promise<Map<string, PointAccountDoc>> {
  const found = await collection(db, 'pointAccounts')
    .find({ _id: { $in: [...ids] } }, { batchSize: ids.length + 1 })
    .toArray();
  return new Map(found.map((account) => [account._id, account]));
}

/**
 * What was earned and what became of it, by member; what accounts carry counts as booked, and once, though an interrupted
 * booking leaves it on the account and in the ledger.
 */
async function readEntries(
  db: Db,
  ids: readonly string[],
  accounts: ReadonlyMap<string, PointAccountDoc>,
): Promise<Map<string, Booked[]>> {
  const entries = new Map<string, Map<string, Booked>>();
  for (const { _id, pending } of accounts.values()) {
    entries.set(_id, new Map(pending.map((entry): [string, Booked] => [entry._id, entry])));
  }
  const stored = collection(db, 'pointEntries')
    .find({ memberId: { $in: [...ids] }, kind: { $in: ['earn', 'task', 'expire', 'reverse'] } })
    .project<Booked>({ memberId: 1, kind: 1, points: 1, rule: 1, event: 1, happenedAt: 1, of: 1 })
    // All of them in one answer.
    .batchSize(100_000);
  for await (const entry of stored) {
    const own = entries.get(entry.memberId) ?? new Map<string, Booked>();
    own.set(entry._id, entry);
    entries.set(entry.memberId, own);
  }
  return new Map([...entries].map(([member, own]) => [member, [...own.values()]]));
}

function tally(outcome: PointsOutcome, { kind, points, lacking }: PointEntryDoc): void {
  outcome.entries += 1;
  if (kind === 'earn' || kind === 'task') outcome.earned += points;
  if (kind === 'expire') outcome.expired -= points;
  if (kind === 'reverse') {
    outcome.reversed -= points;
    outcome.lacking += lacking;
  }
}
