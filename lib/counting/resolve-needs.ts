import type { Db } from 'mongodb';
import {
  type CompiledGraph,
  compileGraph,
  type Graph,
  type GraphOwner,
  type MongoDocument,
  type Need,
  readValues,
  type TopBound,
} from '@/rules-engine/index';
import { CountCache } from './count-cache';
import { loadEnvironment, type Workspace } from './environment';
import { type QueryOptions, queryMembers } from './query-members';
import { readWatermark } from './watermark';

export interface PrepareOptions {
  signal?: AbortSignal | undefined;
  /** The definition that the graph is of. */
  owner?: GraphOwner | null;
  /** Loaded unless given: for several graphs that have to see the same workspace. */
  workspace?: Workspace;
  /** Longest time that all questions to the population may take together; then it throws `too-slow`. */
  limitMs?: number;
}

const resolved = new WeakMap<Db, CountCache<TopBound | null>>();
const defaultLimitMs = 60_000;

/**
 * Compiles a graph as of an instant (ms) with everything that it needs of the population worked out first: the bounds
 * of its top Ns, each of which may stand behind another. Counting, lists, runs, exports and explanations all take it
 * from here, so that they speak of the same members. Needs that are left are those of parts that can't be compiled.
 */
export async function prepareGraph(
  db: Db,
  graph: Graph,
  asOf: number,
  options: PrepareOptions = {},
): Promise<CompiledGraph> {
  const { signal, owner = null, limitMs = defaultLimitMs } = options;
  const deadline = performance.now() + limitMs;
  const { catalogue, timeZone } = options.workspace ?? (await loadEnvironment(db));
  const bounds = new Map<string, TopBound | null>();
  for (;;) {
    signal?.throwIfAborted();
    const compiled = compileGraph(graph, { catalogue, timeZone, asOf, bounds }, owner);
    const open = compiled.needs.filter(({ key }) => !bounds.has(key));
    if (open.length === 0) return compiled;
    const { key: watermark } = await readWatermark(db);
    for (const need of open) {
      bounds.set(need.key, await boundOf(db, need, watermark, { signal, deadline }));
    }
  }
}

async function boundOf(
  db: Db,
  need: Need,
  watermark: string,
  options: QueryOptions,
): Promise<TopBound | null> {
  const cache = resolved.get(db) ?? new CountCache<TopBound | null>(1_000);
  resolved.set(db, cache);
  const question = `${need.members.id} ${need.value.id} ${need.n} ${need.direction}`;
  const known = cache.get(watermark, question);
  if (known !== undefined) return known;
  const bound = await lastKept(db, need, options);
  cache.set(watermark, question, bound);
  return bound;
}

/** The n-th by value, then by `ord`; null when there are fewer: the engine then keeps everybody who has a value. */
async function lastKept(
  db: Db,
  { members, value, n, direction }: Need,
  options: QueryOptions,
): Promise<TopBound | null> {
  const stages: MongoDocument[] = [
    ...readValues(members, value),
    { $sort: { value: direction === 'highest' ? -1 : 1, ord: 1 } },
    { $skip: n - 1 },
    { $limit: 1 },
    { $project: { _id: 0, ord: 1, value: { $toDouble: '$value' } } },
  ];
  const [last] = await queryMembers<TopBound>(db, stages, options);
  return last ?? null;
}
