import type { Db } from 'mongodb';
import type { Definition } from '@/lib/contracts/definitions';
import type { Actor } from '@/lib/contracts/people';
import { audit } from '@/lib/ground/audit/audit';
import { toDefinition } from '@/lib/services/definitions/definition-dto';
import { findChangeable, targetOf } from '@/lib/services/definitions/find-definition';
import { replaceDraft, type Saved } from '@/lib/services/definitions/save-draft';
import { findVersion } from './version-dto';

/**
 * Makes a published version the draft again, if nobody has saved since `revision` was read. The version stays as it
 * is, and what is published too. Throws `not-found`, `archived`.
 */
export async function restoreVersion(
  db: Db,
  actor: Actor,
  id: string,
  version: number,
  revision: number,
): Promise<Saved<Definition>> {
  const definition = await findChangeable(db, id);
  const { graph } = await findVersion(db, id, version);
  const after = await replaceDraft(db, actor, definition, revision, graph);
  if (!after) return { ok: false, definition: await toDefinition(db, await findChangeable(db, id)) };
  await audit(db, actor, 'definition.restore-version', targetOf(after), { version });
  return { ok: true, value: await toDefinition(db, after) };
}
