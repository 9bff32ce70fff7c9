import type { Db } from 'mongodb';
import type { LintAnswer, LintQuery } from '@/lib/contracts/lint';
import { counterOf } from '@/lib/counting/counter-of';
import { prepareDrawn } from '@/lib/counting/drawn-graph';
import {
  type Clock,
  type CompiledGraph,
  type Finding,
  type Graph,
  lintGraph,
  type Predicate,
} from '@/rules-engine/index';

/** Longest time that counting may take, in ms. */
const limitMs = 60_000;

/** Looks over a drawing as the editor sends it. Throws `invalid-input`, `too-slow`. */
export async function lintDrawing(db: Db, query: LintQuery, signal?: AbortSignal): Promise<LintAnswer> {
  const began = performance.now();
  const { compiled, asOf, workspace } = await prepareDrawn(db, query, signal);
  return {
    findings: await findingsOf(db, query.graph, compiled, { ...workspace, asOf }, signal),
    asOf: new Date(asOf).toISOString(),
    tookMs: Math.round(performance.now() - began),
  };
}

/**
 * What the rule of a compiled drawing proves, and what the members as they are show, exactly and counted in one pass:
 * warnings first. Throws `too-slow`.
 */
export async function findingsOf(
  db: Db,
  graph: Graph,
  compiled: CompiledGraph,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const { findings, questions } = lintGraph(graph, compiled, clock);
  const asked = new Map<number, Predicate>(questions.map(({ members }, i) => [i, members]));
  const { counts } = await counterOf(db).count(asked, { signal, limitMs });
  const counted = questions.map(({ conclude }, i) => conclude(counts.get(i)?.n ?? 0));
  return [...findings, ...counted.filter((finding) => finding !== null)].sort(bySeverity);
}

const ranks: Record<Finding['severity'], number> = { warning: 0, notice: 1 };

/** Warnings first, then what concerns most members. */
function bySeverity(a: Finding, b: Finding): number {
  return ranks[a.severity] - ranks[b.severity] || (b.n ?? 0) - (a.n ?? 0);
}
