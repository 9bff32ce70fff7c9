import type { Db } from 'mongodb';
import type { Version, VersionDetail } from '@/lib/contracts/definitions';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { VersionDoc } from '@/lib/db/documents';
import { findDefinition } from '@/lib/services/definitions/find-definition';
import { versionId } from '@/lib/workspace/readers';

type Listed = Omit<VersionDoc, 'graph' | 'jsonLogic'>;

/** What was published of a definition, newest first. Throws `not-found`. */
export async function listVersions(db: Db, id: string): Promise<Version[]> {
  const { publishedVersion } = await findDefinition(db, id);
  const found = await collection(db, 'versions')
    // One above is a publication that isn't through, or never got there.
    .find({ definition: id, version: { $lte: publishedVersion ?? 0 } })
    .project<Listed>({ graph: 0, jsonLogic: 0 })
    .sort({ version: -1 })
    .toArray();
  return found.map(toVersion);
}

/** One version with its graph and artefact. Throws `not-found`. */
export async function versionDetail(db: Db, id: string, version: number): Promise<VersionDetail> {
  const doc = await findVersion(db, id, version);
  return { ...toVersion(doc), graph: doc.graph, jsonLogic: doc.jsonLogic };
}

/** Throws `not-found`, also for a version that isn't published yet. */
export async function findVersion(db: Db, id: string, version: number): Promise<VersionDoc> {
  const { publishedVersion } = await findDefinition(db, id);
  const isPublished = publishedVersion !== null && version <= publishedVersion;
  const doc = isPublished && (await collection(db, 'versions').findOne({ _id: versionId(id, version) }));
  if (doc) return doc;
  throw new Problem('not-found', { what: { zh: `版本 ${version}`, en: `Version ${version}` } });
}

export function toVersion(doc: Listed): Version {
  const { version, sentence, size, entered, left, note, author, publishedAt } = doc;
  return { version, sentence, size, entered, left, note, author, publishedAt: publishedAt.toISOString() };
}
