import type { Need, TopBound } from '../compile/environment';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { type Bits, combined } from './bitset';
import type { EventRows } from './event-rows';
import { Kept } from './kept';
import { countNet } from './net';
import { numbersOf } from './numbers-of';
import { nthRow, sortedNumbers } from './ranked';
import { type EventsAndConditions, Reader } from './reader';
import type { MemberRows } from './rows';

/** Counts that are kept: a number each; and bounds. */
const keptCounts = 100_000;
const keptBounds = 1_000;

/** What a top N asks of the members. */
export type BoundQuestion = Pick<Need, 'members' | 'value' | 'n' | 'direction'>;

/**
 * Counts members over columns: a graph is a net of sets, every distinct predicate one set, all ports counted together.
 * Agrees with the reference on every document. The columns that the predicates read have to be there.
 */
export class MemberCounts {
  private readonly reader: Reader;
  private readonly counts = new Kept<Predicate, number>(keptCounts, () => 1);
  private readonly bounds = new Kept<string, TopBound | null>(keptBounds, () => 1);
  private readonly conditions = new Map<string, EventsAndConditions>();

  /** `limit`: bytes of results to keep of each kind. */
  constructor(
    private readonly members: MemberRows,
    private readonly limit: number,
  ) {
    this.reader = new Reader(members, limit, (eventType) => this.eventsOf(eventType));
  }

  /** Members for whom each predicate holds, in the order of the predicates. */
  countAll(predicates: readonly Predicate[]): number[] {
    return this.question(() => this.countsOf(predicates));
  }

  /** The members for whom the predicate holds, as a set of rows. */
  membersOf(predicate: Predicate): Bits {
    return this.question(() => this.living(predicate));
  }

  /** The last member that each top N keeps: by value, then by `ord`; null when fewer have a value. */
  boundsOf(questions: readonly BoundQuestion[]): (TopBound | null)[] {
    return this.question(() => questions.map((question) => this.boundOf(question)));
  }

  /** The values of those for whom the predicate holds, ascending; who has none is left out. */
  valuesOf(predicate: Predicate, value: Expression): Float64Array {
    return this.question(() => sortedNumbers(this.living(predicate), this.numbers(value)));
  }

  /** Bytes of sets, values and conditions that are kept. */
  get bytes(): number {
    let bytes = this.reader.bytes;
    for (const { conditions } of this.conditions.values()) bytes += conditions.bytes;
    return bytes;
  }

  /** How often the number of a predicate was at hand, and how often it had to be worked out. */
  get reuse(): { hits: number; misses: number } {
    return { hits: this.counts.hits, misses: this.counts.misses };
  }

  /** Predicates whose count is kept, of this version of the data or an older one. */
  counted(): Predicate[] {
    return this.counts.nodes();
  }

  private question<T>(ask: () => T): T {
    try {
      return ask();
    } finally {
      this.reader.settle();
      for (const { conditions } of this.conditions.values()) conditions.settle();
    }
  }

  /** Only what isn't known of this version of the data is worked out: after an edit, the ports that depend on it. */
  private countsOf(predicates: readonly Predicate[]): number[] {
    const known = new Map<Predicate, number>();
    const missing: Predicate[] = [];
    for (const predicate of new Set(predicates)) {
      const n = this.counts.get(predicate, this.versionOf(predicate));
      if (n === undefined) missing.push(predicate);
      else known.set(predicate, n);
    }
    const fresh = countNet(missing, (condition) => this.reader.bits(condition), this.members.alive);
    for (const [i, predicate] of missing.entries()) {
      const n = fresh[i] ?? 0;
      known.set(predicate, n);
      this.counts.set(predicate, this.versionOf(predicate), n);
    }
    return predicates.map((predicate) => known.get(predicate) ?? 0);
  }

  private boundOf({ members, value, n, direction }: BoundQuestion): TopBound | null {
    const version = Math.max(this.versionOf(members), this.reader.versionOf(value));
    const name = `${members.id} ${value.id} ${n} ${direction}`;
    const known = this.bounds.get(name, version);
    if (known !== undefined) return known;
    const bound = nthRow(this.living(members), this.numbers(value), n, direction);
    this.bounds.set(name, version, bound);
    return bound;
  }

  private living(predicate: Predicate): Bits {
    return combined([this.reader.bits(predicate), this.members.alive], true);
  }

  private numbers(value: Expression): Float64Array {
    return numbersOf(this.reader.values(value), this.members.capacity);
  }

  private versionOf(predicate: Predicate): number {
    return Math.max(this.members.aliveVersion, this.reader.versionOf(predicate));
  }

  private eventsOf(eventType: string): EventsAndConditions {
    const events: EventRows | undefined = this.members.events.get(eventType);
    if (!events) throw new Error(`The events ${eventType} aren't loaded.`);
    const known = this.conditions.get(eventType);
    if (known?.events === events) return known;
    const conditions = new Reader(events, this.limit, () => {
      throw new Error('A condition on an event sees no other events.');
    });
    const made = { events, conditions };
    this.conditions.set(eventType, made);
    return made;
  }
}
