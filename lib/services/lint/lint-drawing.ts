import type { Db } from 'mongodb';
import type { LintAnswer, LintQuery } from '@/lib/contracts/lint';
import { counterOf } from '@/lib/counting/counter-of';
import { prepareDrawn } from '@/lib/counting/drawn-graph';
import { type Finding, lintGraph, type Predicate } from '@/rules-engine/index';

/** Longest time that counting may take, in ms. */
const limitMs = 60_000;

/**
 * Looks over a drawing: what its rule proves, and what the members as they are show, exactly and counted in one pass.
 * Throws `invalid-input`, `too-slow`.
 */
export async function lintDrawing(db: Db, query: LintQuery, signal?: AbortSignal): Promise<LintAnswer> {
  const began = performance.now();
  const { compiled, asOf, workspace } = await prepareDrawn(db, query, signal);
  const { catalogue, timeZone } = workspace;
  const { findings, questions } = lintGraph(query.graph, compiled, {
    catalogue,
    timeZone,
    asOf,
    bounds: new Map(),
  });
  const asked = new Map<number, Predicate>(questions.map(({ members }, i) => [i, members]));
  const { counts } = await counterOf(db).count(asked, { signal, limitMs });
  const counted = questions.map(({ conclude }, i) => conclude(counts.get(i)?.n ?? 0));
  return {
    findings: [...findings, ...counted.filter((finding) => finding !== null)].sort(bySeverity),
    asOf: new Date(asOf).toISOString(),
    tookMs: Math.round(performance.now() - began),
  };
}

const ranks: Record<Finding['severity'], number> = { warning: 0, notice: 1 };

/** Warnings first, then what concerns most members. */
function bySeverity(a: Finding, b: Finding): number {
  return ranks[a.severity] - ranks[b.severity] || (b.n ?? 0) - (a.n ?? 0);
}
