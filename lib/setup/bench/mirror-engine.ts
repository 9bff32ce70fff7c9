import {
  columnFor,
  columnNeeds,
  type FieldExpression,
  MemberCounts,
  MemberTable,
  roomFor,
  type Value,
} from '@/rules-engine/index';
import { benchGraph } from './bench-graph';
import { editedGraph, portsOf } from './bench-rules';
import { percentile, withinLimit } from './limits';
import type { Measure } from './report';
import { syntheticAttributes } from './synthetic-members';

const edits = 30;
const kept = 512 * 1024 * 1024;
const million = 1_000_000;

/** Counting over columns in the engine alone, the columns generated and not loaded from the database. */
export function mirrorEngineMeasures(members: number): Measure[] {
  const ports = portsOf(benchGraph);
  const table = generated(members);
  const cold: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const counts = new MemberCounts(table, kept);
    cold.push(timedSync(() => counts.countAll(ports)));
  }
  const counts = new MemberCounts(table, kept);
  counts.countAll(ports);
  const edited = Array.from({ length: edits }, (_, i) => {
    const predicates = portsOf(editedGraph(19 + i));
    return timedSync(() => counts.countAll(predicates));
  });
  const of = `${members.toLocaleString('en')} members in generated columns`;
  // A limit is for its number of members: a smaller run is held to the limit of a million.
  const limits =
    members <= million ? { anew: 30, edit: 10, bytes: 60e6 } : { anew: 150, edit: 60, bytes: 600e6 };
  const applies = members <= 10 * million;
  return [
    withinLimit(
      `count all ports of 12 nodes anew in the engine, the median of ${cold.length}, ${of}`,
      percentile(cold, 0.5),
      applies ? limits.anew : null,
    ),
    withinLimit(
      `the same after one edited condition, p95 of ${edits}, ${of}`,
      percentile(edited, 0.95),
      applies ? limits.edit : null,
    ),
    {
      name: `memory of the ${table.columns.size} columns, ${of}`,
      ours: megabytes(table.bytes),
      theirs: applies ? `limit ${megabytes(limits.bytes)}` : '–',
      ratio: applies ? limits.bytes / table.bytes : null,
      promised: applies ? 1 : null,
    },
  ];
}

/** The columns that the bench graph reads, and the one by which changes are noticed: nine. */
function generated(members: number): MemberTable {
  const table = new MemberTable(roomFor(members));
  const fields = [...columnNeeds(portsOf(benchGraph)).fields];
  for (const [key, { type }] of fields) table.columns.set(key, columnFor(type, table.capacity));
  const written = columnFor('date', table.capacity);
  table.columns.set('date updatedAt', written);
  for (let ord = 0; ord < members; ord += 1) {
    const attributes = syntheticAttributes(ord);
    table.add(ord);
    for (const [key, field] of fields) table.columns.get(key)?.set(ord, fieldValue(attributes, field));
    written.set(ord, 1_767_225_600_000 + ord);
  }
  return table;
}

function fieldValue(
  { attrs, metrics }: ReturnType<typeof syntheticAttributes>,
  { path }: FieldExpression,
): Value {
  const [root, name = ''] = path.split('.');
  const value: unknown = root === 'attrs' ? attrs[name] : metrics[name];
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.getTime();
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : null;
}

function timedSync(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
