import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { loadEnvironment, type Workspace } from '@/lib/workspace/environment';
import {
  type CompiledGraph,
  compileGraph,
  type Diagnostic,
  type Graph,
  type GraphOwner,
  type TopBound,
} from '@/rules-engine/index';
import { counterOf } from './counter-of';

export interface PrepareOptions {
  signal?: AbortSignal | undefined;
  /** The definition that the graph is of. */
  owner?: GraphOwner | null;
  /** Loaded unless given: for several graphs that have to see the same workspace. */
  workspace?: Workspace;
  /** Longest time that all questions to the population may take together; then it throws `too-slow`. */
  limitMs?: number;
}

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
    const left = deadline - performance.now();
    for (const [key, bound] of await counterOf(db).bounds(open, { signal, limitMs: left }))
      bounds.set(key, bound);
  }
}

/** The same of a graph that is to be run. Throws `not-executable` with the first thing that keeps it from that. */
export async function prepareExecutable(
  db: Db,
  graph: Graph,
  asOf: number,
  options: PrepareOptions = {},
): Promise<CompiledGraph> {
  const compiled = await prepareGraph(db, graph, asOf, options);
  if (!compiled.executable) throw notExecutable(compiled.diagnostics);
  return compiled;
}

export function notExecutable(diagnostics: readonly Diagnostic[]): Problem {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  return new Problem('not-executable', { why: first?.message ?? { zh: '', en: '' } });
}
