import type { Db } from 'mongodb';
import type { CutpointsAnswer, CutpointsQuery } from '@/lib/contracts/cutpoints';
import { computeCuts } from './compute-cuts';
import { findOwner } from './drawn-graph';
import { sharedEnvironment } from './environment';
import { instantOf } from './instant';

const limitMs = 60_000;

/**
 * The cutpoints that a drawing asks for (of one node, or all of them), exact, and the drawing with them filled in.
 * Throws `invalid-input`, `too-slow`.
 */
export async function answerCutpoints(
  db: Db,
  { graph, asOf: text, definition, node }: CutpointsQuery,
  signal?: AbortSignal,
): Promise<CutpointsAnswer> {
  const began = performance.now();
  const [asOf, workspace, owner] = await Promise.all([
    instantOf(db, text),
    sharedEnvironment(db),
    findOwner(db, definition),
  ]);
  const found = await computeCuts(db, graph, asOf, { workspace, owner, node, signal, limitMs });
  return {
    cuts: found.cuts,
    graph: found.graph,
    asOf: new Date(asOf).toISOString(),
    tookMs: Math.round(performance.now() - began),
    diagnostics: [...found.diagnostics],
  };
}
