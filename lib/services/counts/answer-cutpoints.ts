import type { Db } from 'mongodb';
import type { CutpointsAnswer, CutpointsQuery } from '@/lib/contracts/cutpoints';
import { computeCuts } from '@/lib/counting/compute-cuts';
import { instantIn } from '@/lib/counting/instant';
import { sharedEnvironment } from '@/lib/workspace/environment';

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
  const workspace = await sharedEnvironment(db);
  const asOf = instantIn(workspace.timeZone, text);
  const owner = workspace.owners.get(definition ?? '') ?? null;
  const found = await computeCuts(db, graph, asOf, { workspace, owner, node, signal, limitMs });
  return {
    cuts: found.cuts,
    graph: found.graph,
    asOf: new Date(asOf).toISOString(),
    tookMs: Math.round(performance.now() - began),
    diagnostics: [...found.diagnostics],
  };
}
