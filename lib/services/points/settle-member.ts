import type { EventPointRule, TaskPointRule } from '@/lib/contracts/points';
import type { PointEntryDoc } from '@/lib/db/point-documents';
import { endOfDay, localDay } from '@/rules-engine/index';
import type { Booking } from './booking';
import { entryId } from './entry-id';

/** What settling looks at of an entry: of what was earned, and of what became of it. */
export type Booked = Pick<
  PointEntryDoc,
  '_id' | 'memberId' | 'kind' | 'points' | 'rule' | 'event' | 'happenedAt' | 'of'
>;

/** An event that a rule counts. `value` is the number that the points are measured by; null without one. */
export interface DueEvent {
  rule: { id: string; rule: EventPointRule };
  event: string;
  /** By what it was replaced last. */
  replacedBy?: string;
  at: Date;
  value: number | null;
}

export interface Due {
  /** In the order in which they happened. */
  events: readonly DueEvent[];
  /** Tasks that the member has done. */
  tasks: readonly { id: string; rule: TaskPointRule }[];
  /** Entries of what was earned by events that are there no more, or were replaced and aren't counted any more. */
  gone: ReadonlySet<string>;
}

interface Settling {
  timeZone: string;
  now: Date;
  /** Entries that are booked at most: then it has to be done again. */
  atMost: number;
}

/**
 * Books what a member is due against what was booked already: takes back, gives, lets expire. Done again on the result
 * it books nothing. Gives false when there is more to do than `atMost` entries.
 */
export function settleMember(
  booking: Booking,
  entries: readonly Booked[],
  due: Due,
  { timeZone, now, atMost }: Settling,
): boolean {
  const known = new Set(entries.map(({ _id }) => _id));
  const isFull = () => booking.entries.length >= atMost;
  const earned = entries.filter(({ kind }) => kind === 'earn');
  const expired = new Map(
    entries.flatMap(({ kind, of, points }) => (kind === 'expire' && of ? [[of, -points]] : [])),
  );

  const takeBack = (entry: Booked) => booking.reverse(entry, expired.get(entry._id) ?? 0);

  for (const entry of earned) {
    if (!due.gone.has(entry._id) || known.has(entryId.reverse(entry._id))) continue;
    if (isFull()) return false;
    takeBack(entry);
  }

  const dayOf = (at: Date) => localDay(at.getTime(), timeZone);
  const isOn = (one: Date | null, other: Date) => one !== null && dayOf(one) === dayOf(other);
  const given = new Map<string, number>();
  const give = (rule: string | null, at: Date | null, points: number) => {
    const key = `${rule} ${at && dayOf(at)}`;
    given.set(key, (given.get(key) ?? 0) + points);
  };
  /** What an event gave by a rule, and isn't taken back: as it was when it gave it. */
  const held = new Map<string, Booked[]>();
  for (const { _id, memberId, kind, event, rule, happenedAt, points, of } of earned) {
    // What was taken back leaves room for what the limit of the day had kept out.
    const isBack = known.has(entryId.reverse(_id)) || due.gone.has(_id);
    if (isBack) continue;
    give(rule, happenedAt, points);
    const key = `${rule} ${event}`;
    held.set(key, [...(held.get(key) ?? []), { _id, memberId, kind, event, rule, happenedAt, points, of }]);
  }
  const lastInstant = (at: Date, days: number | null) =>
    days === null ? null : new Date(endOfDay(dayOf(at) + days, timeZone));

  for (const { rule: counted, event, replacedBy, at, value } of due.events) {
    const { id, rule } = counted;
    const _id = entryId.earn(id, event, replacedBy);
    const before = (held.get(`${id} ${event}`) ?? []).filter((entry) => entry._id !== _id);
    if (known.has(_id) && before.length === 0) continue;
    if (!known.has(_id)) {
      const own = before.reduce(
        (sum, { happenedAt, points }) => sum + (isOn(happenedAt, at) ? points : 0),
        0,
      );
      const day = (given.get(`${id} ${dayOf(at)}`) ?? 0) - own;
      const points = Math.min(worthOf(rule, value), (rule.mostPerDay ?? Number.POSITIVE_INFINITY) - day);
      const [only] = before;
      // It was replaced, and gives what it gave.
      if (before.length === 1 && only?.happenedAt?.getTime() === at.getTime() && only.points === points)
        continue;
      if (points > 0) {
        if (isFull()) return false;
        give(id, at, points);
        const expiresAt = lastInstant(at, rule.expiresAfterDays);
        booking.earn({ id: _id, kind: 'earn', rule: id, event, happenedAt: at, expiresAt, points });
      }
    }
    // Only now: what was used already of the former points can be made up for by those of now.
    for (const entry of before) {
      if (isFull()) return false;
      give(id, entry.happenedAt, -entry.points);
      takeBack(entry);
    }
  }

  for (const { id, rule } of due.tasks) {
    const _id = entryId.task(id, booking.before._id);
    if (known.has(_id)) continue;
    if (isFull()) return false;
    const expiresAt = lastInstant(now, rule.expiresAfterDays);
    booking.earn({
      id: _id,
      kind: 'task',
      rule: id,
      event: null,
      happenedAt: null,
      expiresAt,
      points: rule.points,
    });
  }
  booking.expire();
  return true;
}

/** The most points of one event: with more, a mistyped amount would make sums inexact. */
const mostPerEvent = 1_000_000_000;

function worthOf({ worth }: EventPointRule, value: number | null): number {
  if (worth.kind === 'fixed') return worth.points;
  if (value === null || !(value > 0)) return 0;
  // A hair more, so that 0.3 has three times 0.1.
  const times = Math.floor(value / worth.amount + 1e-9);
  return Math.min(times * worth.points, mostPerEvent);
}
