import { type Db, ObjectId } from 'mongodb';
import type { Definition, Duplicate, NewDefinition } from '@/lib/contracts/definitions';
import { type Actor, actorName } from '@/lib/contracts/people';
import type { DefinitionDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import type { Graph } from '@/rules-engine/index';
import { blankDraft } from './blank-draft';
import { toDefinition } from './definition-dto';
import { insertUnderKey } from './definition-key';
import { findDefinition, targetOf } from './find-definition';
import { graphDigest } from './graph-digest';
import { assertStorable } from './storable-graph';
import { templateGraph } from './templates';

/**
 * A new definition: with a drawing that was made for it, from a template, or blank. Throws `key-taken`, `not-found` for an
 * unknown template, `invalid-input` for a drawing that can't be kept.
 */
export async function createDefinition(db: Db, actor: Actor, input: NewDefinition): Promise<Definition> {
  const { kind, key, label, folder = '', template, graph } = input;
  if (graph) assertStorable(graph, kind);
  const draft =
    graph ?? (template === undefined ? blankDraft(kind) : await templateGraph(db, template, kind));
  const doc = await insertUnderKey(
    db,
    key,
    (free) => newDoc(actor, { kind, key: free, label, folder }, draft),
    input,
  );
  await audit(db, actor, 'definition.create', targetOf(doc), template === undefined ? {} : { template });
  return toDefinition(db, doc);
}

/** A copy of the draft under a name of its own. Throws `not-found`, `key-taken`. */
export async function duplicateDefinition(
  db: Db,
  actor: Actor,
  id: string,
  { key, label, folder }: Duplicate,
): Promise<Definition> {
  const { kind, draft, whenEmpty, asOf = null, ...original } = await findDefinition(db, id);
  const doc = await insertUnderKey(
    db,
    key,
    (free) => ({
      ...newDoc(actor, { kind, key: free, label, folder: folder ?? original.folder }, draft),
      whenEmpty,
      asOf,
    }),
    { kind, label },
  );
  await audit(db, actor, 'definition.create', targetOf(doc), { from: original.key });
  return toDefinition(db, doc);
}

function newDoc(
  actor: Actor,
  named: Pick<DefinitionDoc, 'kind' | 'key' | 'label' | 'folder'>,
  draft: Graph,
): DefinitionDoc {
  const [now, by] = [new Date(), actorName(actor)];
  return {
    ...named,
    _id: new ObjectId().toHexString(),
    draft,
    revision: 0,
    draftDigest: graphDigest(draft),
    publishedDigest: null,
    publishedVersion: null,
    whenEmpty: 'clear',
    schedule: null,
    nextRunAt: null,
    lastRun: null,
    size: null,
    archivedAt: null,
    createdBy: by,
    updatedBy: by,
    createdAt: now,
    updatedAt: now,
  };
}
