import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import {
  type AggregateExpression,
  type CompiledGraph,
  collectReads,
  type EventData,
} from '@/rules-engine/index';

/** Events of one member that are read to explain: beyond, nobody is a person. */
const limit = 20_000;

/** The events of a member that a graph reads: of their types, up to the latest instant that any rule looks at. */
export async function eventsRead(
  db: Db,
  member: string,
  { ports, rows }: CompiledGraph,
  signal: AbortSignal | undefined,
): Promise<EventData[]> {
  // Rows besides: what can't decide any more where somebody is, is explained all the same.
  const predicates = [...ports.values(), ...rows.map(({ predicate }) => predicate)];
  const values = rows.flatMap(({ value }) => value ?? []);
  const aggregates = [...collectReads(predicates, values).aggregates];
  if (aggregates.length === 0) return [];
  const found = await collection(db, 'events')
    .find(
      {
        memberId: member,
        $or: [...latest(aggregates)].map(([type, to]) => ({ type, at: { $lte: new Date(to) } })),
      },
      { projection: { _id: 0, type: 1, at: 1, props: 1 }, limit: limit + 1, batchSize: limit + 1, signal },
    )
    .toArray();
  if (found.length > limit) throw new Problem('too-many-events', { limit });
  return found;
}

function latest(aggregates: readonly AggregateExpression[]): Map<string, number> {
  const instants = new Map<string, number>();
  for (const { eventType, to } of aggregates) {
    instants.set(eventType, Math.max(instants.get(eventType) ?? to, to));
  }
  return instants;
}
