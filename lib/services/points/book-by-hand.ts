import type { Db } from 'mongodb';
import { type Actor, actorName } from '@/lib/contracts/people';
import type { Adjust, PointsBooked, Redeem } from '@/lib/contracts/points';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { PointAccountDoc, PointEntryDoc } from '@/lib/db/point-documents';
import { audit } from '@/lib/ground/audit/audit';
import { memberById } from '@/lib/services/members/member-detail';
import { accountOf, toPointAccount, toPointEntries } from './account-dto';
import { Booking } from './booking';
import { entryId } from './entry-id';
import { flushEntries, writeBookings } from './write-bookings';
import { writePoints } from './write-points';

/**
 * Takes points that a member uses. The same key again is the same redemption, and takes nothing more. Throws
 * `not-found`, `not-enough-points`, and `key-reused` when the key was another redemption's.
 */
export function redeemPoints(
  db: Db,
  actor: Actor,
  member: string,
  { key, points, note }: Redeem,
  now = new Date(),
) {
  return book(db, actor, member, {
    id: entryId.redeem(member, key),
    kind: 'redeem',
    points: -points,
    note,
    now,
  });
}

/** Adds or takes points by hand; the same key again changes nothing more. Throws as `redeemPoints` does. */
export function adjustPoints(
  db: Db,
  actor: Actor,
  member: string,
  { key, points, note }: Adjust,
  now = new Date(),
) {
  return book(db, actor, member, { id: entryId.adjust(member, key), kind: 'adjust', points, note, now });
}

interface ByHand {
  id: string;
  kind: 'redeem' | 'adjust';
  /** What it does to the balance. */
  points: number;
  note: string;
  now: Date;
}

async function book(db: Db, actor: Actor, member: string, asked: ByHand): Promise<PointsBooked> {
  const { metrics } = await memberById(db, member);
  const { entry, isNew } = await bookOnce(db, actorName(actor), member, asked);
  await writePoints(db, [{ _id: member, metrics }]);
  if (isNew) {
    const { points, balance } = entry;
    await audit(db, actor, `points.${asked.kind}`, `member:${member}`, { entry: entry._id, points, balance });
  }
  const [dto] = await toPointEntries(db, [entry]);
  if (!dto) throw new Error('one entry gives one');
  return { entry: dto, account: toPointAccount(await accountOf(db, member), asked.now) };
}

/** Until nobody else changes the account between reading and writing it: each time somebody has got on. */
async function bookOnce(
  db: Db,
  by: string,
  member: string,
  asked: ByHand,
): Promise<{ entry: PointEntryDoc; isNew: boolean }> {
  for (;;) {
    const account = await accountOf(db, member);
    const known = await bookedAs(db, account, asked);
    if (known) return { entry: known, isNew: false };
    const booking = new Booking(account, asked.now, by);
    booking.expire();
    if (booking.balance + asked.points < 0) {
      throw new Problem('not-enough-points', { balance: booking.balance, points: -asked.points });
    }
    if (asked.kind === 'redeem') booking.redeem(asked.id, -asked.points, asked.note);
    else booking.adjust(asked.id, asked.points, asked.note);
    const entry = booking.entries.at(-1);
    if (entry && (await writeBookings(db, [booking]))) return { entry, isNew: true };
  }
}

/** The entry of an earlier call with this key, which may have been cut short: it is brought to its end. */
async function bookedAs(
  db: Db,
  { _id: member, pending }: PointAccountDoc,
  { id, points }: ByHand,
): Promise<PointEntryDoc | null> {
  const known =
    pending.find(({ _id }) => _id === id) ?? (await collection(db, 'pointEntries').findOne({ _id: id }));
  if (!known) return null;
  if (known.points !== points) throw new Problem('key-reused', { points: Math.abs(known.points) });
  await flushEntries(db, [member]);
  return known;
}
