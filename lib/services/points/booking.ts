import type { PointAccountDoc, PointEntryDoc, PointLot } from '@/lib/db/point-documents';
import { entryId } from './entry-id';

/** What an entry says besides its place in the ledger and what it did to the balance. */
type Said = Pick<PointEntryDoc, '_id' | 'kind' | 'points'> & Partial<PointEntryDoc>;

export interface Earned {
  id: string;
  kind: 'earn' | 'task';
  rule: string;
  event: string | null;
  happenedAt: Date | null;
  expiresAt: Date | null;
  points: number;
}

/** An account that nothing was booked on yet. */
export function emptyAccount(member: string): PointAccountDoc {
  const totals = { given: 0, redeemed: 0, expired: 0, reversed: 0, lacking: 0, revoked: 0, adjusted: 0 };
  return { _id: member, seq: 0, balance: 0, totals, lots: [], pending: [], updatedAt: new Date(0) };
}

/** Given in all, without what was given for events that are gone: what levels are made of. */
export function earnedInAll({ totals }: Pick<PointAccountDoc, 'totals'>): number {
  return totals.given - totals.revoked;
}

/**
 * New entries on an account, worked out in memory: nothing is stored until `writeBookings` does. Whatever is called in
 * whatever order, the balance is the sum of the entries and of the lots, and never below zero.
 */
export class Booking {
  readonly entries: PointEntryDoc[] = [];
  readonly #before: PointAccountDoc;
  readonly #now: Date;
  readonly #by: string;
  readonly #run: string | undefined;
  readonly #totals: PointAccountDoc['totals'];
  #lots: PointLot[];
  #balance: number;

  constructor(account: PointAccountDoc, now: Date, by: string, run?: string) {
    this.#before = account;
    this.#now = now;
    this.#by = by;
    this.#run = run;
    this.#totals = { ...account.totals };
    this.#lots = account.lots.map((lot) => ({ ...lot }));
    this.#balance = account.balance;
  }

  get balance(): number {
    return this.#balance;
  }

  /** The state that it was worked out from. */
  get before(): PointAccountDoc {
    return this.#before;
  }

  /** The account as it is to be written. */
  get after(): PointAccountDoc {
    return {
      _id: this.#before._id,
      seq: this.#before.seq + this.entries.length,
      balance: this.#balance,
      totals: { ...this.#totals },
      lots: this.#lots.map((lot) => ({ ...lot })),
      pending: [...this.#before.pending, ...this.entries],
      updatedAt: this.#now,
    };
  }

  earn({ id, kind, rule, event, happenedAt, expiresAt, points }: Earned): void {
    this.#totals.given += points;
    this.#addLot(
      expiresAt === null
        ? { entry: null, rule: null, left: points, expiresAt }
        : { entry: id, rule, left: points, expiresAt },
    );
    this.#enter({ _id: id, kind, points, rule, event, happenedAt, expiresAt });
  }

  /** Takes off what could be used until before now. */
  expire(): void {
    // What expires first stands first.
    for (let first = this.#lots[0]; first; first = this.#lots[0]) {
      const { entry, rule, left, expiresAt } = first;
      if (entry === null || expiresAt === null || expiresAt >= this.#now) return;
      this.#lots.shift();
      this.#totals.expired += left;
      this.#enter({ _id: entryId.expire(entry), kind: 'expire', points: -left, rule, of: entry, expiresAt });
    }
  }

  /**
   * Takes back what an event gave that is gone: from its own points first, then from what expires first. `expired` of
   * them are gone anyway; what was used and can't be made up for by other points is lacking.
   */
  reverse(
    earned: Pick<PointEntryDoc, '_id' | 'points' | 'rule' | 'event' | 'happenedAt'>,
    expired: number,
  ): void {
    const owed = earned.points - expired;
    const taken = Math.min(owed, this.#balance);
    this.#take(taken, earned._id);
    this.#totals.reversed += taken;
    this.#totals.lacking += owed - taken;
    this.#totals.revoked += earned.points;
    this.#enter({
      _id: entryId.reverse(earned._id),
      kind: 'reverse',
      points: 0 - taken,
      rule: earned.rule,
      event: earned.event,
      happenedAt: earned.happenedAt,
      of: earned._id,
      lacking: owed - taken,
    });
  }

  /** Throws when there are fewer: ask `balance` first. */
  redeem(id: string, points: number, note: string): void {
    this.#take(points);
    this.#totals.redeemed += points;
    this.#enter({ _id: id, kind: 'redeem', points: -points, note });
  }

  /** By hand, up or down; what is added never expires. Throws when there are fewer than it takes. */
  adjust(id: string, points: number, note: string): void {
    if (points > 0) this.#addLot({ entry: null, rule: null, left: points, expiresAt: null });
    else this.#take(-points);
    this.#totals.adjusted += points;
    this.#enter({ _id: id, kind: 'adjust', points, note });
  }

  #enter(said: Said): void {
    this.#balance += said.points;
    this.entries.push({
      memberId: this.#before._id,
      seq: this.#before.seq + this.entries.length + 1,
      balance: this.#balance,
      at: this.#now,
      rule: null,
      event: null,
      happenedAt: null,
      expiresAt: null,
      of: null,
      lacking: 0,
      note: '',
      by: this.#by,
      ...(this.#run === undefined ? {} : { run: this.#run }),
      ...said,
    });
  }

  /** Lots that never expire are interchangeable: one is kept, so that an account doesn't grow with every event. */
  #addLot(lot: PointLot): void {
    const last = this.#lots.at(-1);
    if (lot.entry === null && last?.entry === null) last.left += lot.left;
    else this.#lots.splice(this.#placeOf(lot), 0, lot);
  }

  #placeOf({ expiresAt }: PointLot): number {
    const end = (at: Date | null) => at?.getTime() ?? Number.POSITIVE_INFINITY;
    const later = this.#lots.findIndex((lot) => end(lot.expiresAt) > end(expiresAt));
    return later === -1 ? this.#lots.length : later;
  }

  /** From the lot of `entry` first, then from what expires first. */
  #take(points: number, entry?: string): void {
    if (points > this.#balance) throw new Error('more points are taken than there are');
    const own = this.#lots.filter((lot) => entry !== undefined && lot.entry === entry);
    let rest = points;
    for (const lot of [...own, ...this.#lots]) {
      const part = Math.min(rest, lot.left);
      lot.left -= part;
      rest -= part;
    }
    this.#lots = this.#lots.filter(({ left }) => left > 0);
  }
}
