import type { Db } from 'mongodb';
import type { ComputeCutpoints } from '@/lib/contracts/cutpoints';
import { type Actor, actorName } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { isDuplicateKey } from '@/lib/db/duplicate-key';
import type { CutpointsDoc } from '@/lib/db/run-documents';
import { audit } from '@/lib/ground/audit/audit';
import { enqueue } from '@/lib/jobs/enqueue';
import { findChangeable, targetOf } from '@/lib/services/definitions/find-definition';
import { assertStorable } from '@/lib/services/definitions/storable-graph';

/**
 * Queues the computation of a drawing's cutpoints as of an instant (ms), under the next number of its definition. Two at
 * once get a number each, and the second waits for the first. Throws `not-found`, `archived`, `invalid-input`.
 */
export async function startCutpoints(
  db: Db,
  actor: Actor,
  definition: string,
  { graph, node }: ComputeCutpoints,
  asOf: number,
): Promise<number> {
  const found = await findChangeable(db, definition);
  assertStorable(graph, found.kind);
  for (;;) {
    const last = await collection(db, 'cutpoints').findOne({ definition }, { sort: { number: -1 } });
    const number = (last?.number ?? 0) + 1;
    const doc: CutpointsDoc = {
      _id: `${definition}:${number}`,
      definition,
      number,
      graph,
      node: node ?? null,
      asOf: new Date(asOf),
      state: 'queued',
      cuts: [],
      error: null,
      by: actorName(actor),
      startedAt: new Date(),
      finishedAt: null,
      job: `cutpoints:${definition}:${number}`,
    };
    try {
      await collection(db, 'cutpoints').insertOne(doc);
    } catch (error) {
      if (isDuplicateKey(error, '_id_', 'definition_number')) continue;
      throw error;
    }
    await enqueue(db, {
      id: doc.job,
      kind: 'cutpoints',
      params: { set: doc._id },
      lockKey: `cutpoints:${definition}`,
      createdBy: doc.by,
    });
    await audit(db, actor, 'cutpoints.compute', targetOf(found), { number, asOf: doc.asOf });
    return number;
  }
}
