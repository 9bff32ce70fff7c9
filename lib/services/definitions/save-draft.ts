import type { Db } from 'mongodb';
import type { Definition, DraftSave, DraftSaved } from '@/lib/contracts/definitions';
import { type Actor, actorName } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import type { Graph } from '@/rules-engine/index';
import { stateOf, toDefinition } from './definition-dto';
import { findChangeable, targetOf } from './find-definition';
import { graphDigest } from './graph-digest';
import { assertStorable } from './storable-graph';

/** What came of a write that takes the draft to be as it was read: done, or the definition as it is now. */
export type Saved<T> = { ok: true; value: T } | { ok: false; definition: Definition };

/** Edits by one person with shorter pauses between them are one record of the audit trail. */
const pauseMs = 10 * 60_000;

/**
 * Saves the draft if nobody else has since `revision` was read; nothing is written otherwise. Throws `not-found`,
 * `archived`, `invalid-input`.
 */
export async function saveDraft(
  db: Db,
  actor: Actor,
  id: string,
  { revision, graph }: DraftSave,
): Promise<Saved<DraftSaved>> {
  const before = await findChangeable(db, id);
  const after = await replaceDraft(db, actor, before, revision, graph);
  if (!after) return { ok: false, definition: await toDefinition(db, await findChangeable(db, id)) };
  const continued =
    before.updatedBy === after.updatedBy && after.updatedAt.getTime() - before.updatedAt.getTime() < pauseMs;
  if (!continued) await audit(db, actor, 'definition.edit', targetOf(after), { revision: after.revision });
  return {
    ok: true,
    value: {
      revision: after.revision,
      updatedAt: after.updatedAt.toISOString(),
      updatedBy: after.updatedBy,
      state: stateOf(after),
    },
  };
}

/** Compare-and-set of the draft: the definition afterwards, or null when its revision is another one by now. */
export function replaceDraft(
  db: Db,
  actor: Actor,
  { _id, kind }: Pick<DefinitionDoc, '_id' | 'kind'>,
  revision: number,
  graph: Graph,
): Promise<DefinitionDoc | null> {
  assertStorable(graph, kind);
  const change = {
    draft: graph,
    draftDigest: graphDigest(graph),
    updatedBy: actorName(actor),
    updatedAt: new Date(),
  };
  return collection(db, 'definitions').findOneAndUpdate(
    { _id, revision, archivedAt: null },
    { $set: change, $inc: { revision: 1 } },
    { returnDocument: 'after' },
  );
}
