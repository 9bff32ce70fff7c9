import type { Db } from 'mongodb';
import type { Publish, Version } from '@/lib/contracts/definitions';
import { type Actor, actorName } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { notExecutable } from '@/lib/counting/resolve-needs';
import type { DefinitionDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { findChangeable, targetOf } from '@/lib/services/definitions/find-definition';
import type { Saved } from '@/lib/services/definitions/save-draft';
import { versionId } from '@/lib/workspace/readers';
import { graphSentence, plainSentence } from '@/rules-engine/index';
import { commitVersion } from './commit-version';
import { countChange, totals } from './count-change';
import { ruleChange } from './rule-change';
import { toVersion } from './version-dto';

/** The definition with its new version. */
export interface Publication {
  definition: DefinitionDoc;
  version: Version;
}

/**
 * Publishes the draft of a revision as the next version, immutable from then on, with what it moves counted as of an
 * instant (ms). Of several publishers one gets through; the others are given the definition as it then is. Throws
 * `not-found`, `archived`, `not-executable`, `nothing-to-publish`, `too-slow`.
 */
export async function publish(
  db: Db,
  actor: Actor,
  id: string,
  { revision, note = '' }: Pick<Publish, 'revision' | 'note'>,
  asOf: number,
  signal?: AbortSignal,
): Promise<Saved<Publication>> {
  const definition = await findChangeable(db, id);
  const { publishedVersion, label: name } = definition;
  if (definition.revision !== revision) return { ok: false, definition: await toDefinition(db, definition) };
  if (publishedVersion !== null && definition.draftDigest === definition.publishedDigest)
    throw new Problem('nothing-to-publish', { name, version: publishedVersion });

  const { draft, emitted, diagnostics, values } = await ruleChange(db, definition, asOf, signal);
  if (!emitted.ok) throw notExecutable(diagnostics);
  const changes = values ?? [];
  const { after: size, entered, left } = totals(await countChange(db, changes, signal));
  const version = (publishedVersion ?? 0) + 1;
  const doc = {
    _id: versionId(id, version),
    definition: id,
    version,
    graph: definition.draft,
    jsonLogic: emitted.jsonLogic,
    sentence: plainSentence(graphSentence(definition.draft, draft)),
    size,
    entered,
    left,
    note,
    author: actorName(actor),
    publishedAt: new Date(),
  };
  const published = await commitVersion(db, definition, doc);
  if (!published) return { ok: false, definition: await toDefinition(db, await findChangeable(db, id)) };
  await audit(db, actor, 'definition.publish', targetOf(published), { version, size, entered, left, note });
  return { ok: true, value: { definition: published, version: toVersion(doc) } };
}
