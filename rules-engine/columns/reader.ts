import { childrenOf } from '../evaluate/shared-nodes';
import type { Expression } from '../ir/expression';
import type { Predicate } from '../ir/predicate';
import { visitExpression, visitPredicate } from '../ir/visit';
import type { Bits } from './bitset';
import { columnReads, type Values } from './column-reads';
import { columnTests } from './column-tests';
import type { EventRows } from './event-rows';
import { Kept } from './kept';
import { columnKey, type Rows } from './rows';

/** A table of events and the reader of conditions on them. */
export interface EventsAndConditions {
  events: EventRows;
  conditions: Reader;
}

/**
 * Reads predicates and expressions over the columns of one table, for all rows at once. A result is kept with the
 * version of the columns behind it, so that after a change only what reads a changed column is worked out anew; and
 * since equal nodes are one object, what rules share is worked out once for all of them.
 */
export class Reader {
  readonly sets: Kept<Predicate, Bits>;
  private readonly computed: Kept<Expression, Values>;
  /** Of the question under way: what is kept may be dropped, what is needed may not. */
  private readonly held = new Map<Predicate, Bits>();
  private readonly versions = new Map<Predicate | Expression, number>();

  /** `limit`: bytes of results to keep, of sets and of values each. */
  constructor(
    readonly rows: Rows,
    limit: number,
    readonly eventsOf: (eventType: string) => EventsAndConditions,
  ) {
    this.sets = new Kept(limit, (bits) => bits.byteLength);
    this.computed = new Kept(limit, sizeOf);
  }

  /** Rows for which the predicate holds, rows that are nobody included. Not to be written to. */
  bits(predicate: Predicate): Bits {
    const held = this.held.get(predicate);
    if (held) return held;
    const version = this.versionOf(predicate);
    let bits = this.sets.get(predicate, version);
    if (!bits) {
      bits = visitPredicate<Reader, Bits>(columnTests, predicate, this);
      this.sets.set(predicate, version, bits);
    }
    this.held.set(predicate, bits);
    return bits;
  }

  /** The value of an expression for every row. Not to be written to. */
  values(expression: Expression): Values {
    if (expression.kind === 'field' || expression.kind === 'literal')
      return visitExpression<Reader, Values>(columnReads, expression, this);
    const version = this.versionOf(expression);
    let values = this.computed.get(expression, version);
    if (!values) {
      values = visitExpression<Reader, Values>(columnReads, expression, this);
      this.computed.set(expression, version, values);
    }
    return values;
  }

  /** Ends a question: the next one looks anew at what has changed. */
  settle(): void {
    this.held.clear();
    this.versions.clear();
  }

  /** Bytes of what is kept. */
  get bytes(): number {
    return this.sets.bytes + this.computed.bytes;
  }

  versionOf(node: Predicate | Expression): number {
    const known = this.versions.get(node);
    if (known !== undefined) return known;
    let version = Math.max(this.rows.version, this.ownVersion(node));
    for (const child of childrenOf(node)) version = Math.max(version, this.versionOf(child));
    this.versions.set(node, version);
    return version;
  }

  private ownVersion(node: Predicate | Expression): number {
    if (node.kind === 'field') return this.rows.columns.get(columnKey(node))?.version ?? 0;
    if (node.kind !== 'aggregate') return 0;
    const { events, conditions } = this.eventsOf(node.eventType);
    const of = node.of ? conditions.versionOf(node.of) : 0;
    return Math.max(events.version, conditions.versionOf(node.where), of);
  }
}

function sizeOf(values: Values): number {
  return values.kind === 'number' ? values.values.byteLength : 0;
}
