import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import {
  type CompiledGraph,
  compileGraph,
  type Graph,
  type Need,
  readValues,
  type TopBound,
} from '@/rules-engine/index';
import { loadEnvironment, type Workspace } from './environment';

export interface PrepareOptions {
  signal?: AbortSignal;
  /** Loaded already by the caller; else it is read. */
  workspace?: Workspace;
}

/**
 * A graph compiled as of an instant (ms) with everything that depends on the whole population resolved: what every
 * count, list, run, export and explanation starts from, so that they agree.
 */
export async function prepareGraph(
  db: Db,
  graph: Graph,
  asOf: number,
  { signal, workspace }: PrepareOptions = {},
): Promise<CompiledGraph> {
  const { catalogue, timeZone } = workspace ?? (await loadEnvironment(db));
  const bounds = new Map<string, TopBound | null>();
  for (;;) {
    const compiled = compileGraph(graph, { catalogue, timeZone, asOf, bounds });
    // One by one in their order: a later bound may be among members that an earlier one decides.
    const need = compiled.needs.find(({ key }) => !bounds.has(key));
    if (!need) return compiled;
    bounds.set(need.key, await resolve(db, need, signal));
  }
}

/** The n-th member by value and then `ord`; null when there are fewer. */
async function resolve(
  db: Db,
  { members, value, n, direction }: Need,
  signal?: AbortSignal,
): Promise<TopBound | null> {
  const [last] = await collection(db, 'members')
    .aggregate<{ ord: number; value: number | Date }>(
      [
        ...readValues(members, value),
        { $sort: { value: direction === 'highest' ? -1 : 1, ord: 1 } },
        { $skip: n - 1 },
        { $limit: 1 },
      ],
      { allowDiskUse: true, signal },
    )
    .toArray();
  return last ? { value: Number(last.value), ord: last.ord } : null;
}
