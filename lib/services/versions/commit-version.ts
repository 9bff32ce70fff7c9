import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, VersionDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';

/** From storing a version to pointing at it are milliseconds: after this long its publisher is gone. */
const abandonedAfterMs = 60_000;

/**
 * Stores a version and then points the definition at it, if its draft and published version are still those that were
 * read. Null when they aren't: then nothing is left behind. A version is only ever seen once the definition points at
 * it; one whose publisher died before that gives way to the next publication.
 */
export async function commitVersion(
  db: Db,
  { _id, revision, publishedVersion, draftDigest }: DefinitionDoc,
  version: VersionDoc,
): Promise<DefinitionDoc | null> {
  const asRead = { _id, revision, publishedVersion, archivedAt: null };
  if (!(await store(db, asRead, version))) return null;
  const published = await collection(db, 'definitions').findOneAndUpdate(
    asRead,
    { $set: { publishedVersion: version.version, publishedDigest: draftDigest } },
    { returnDocument: 'after' },
  );
  if (!published) {
    await collection(db, 'versions').deleteOne({ _id: version._id, publishedAt: version.publishedAt });
  }
  return published;
}

async function store(
  db: Db,
  asRead: Pick<DefinitionDoc, '_id' | 'revision' | 'publishedVersion' | 'archivedAt'>,
  version: VersionDoc,
): Promise<boolean> {
  try {
    await collection(db, 'versions').insertOne(version);
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  // Another publisher was here: either on its way to the definition, or dead.
  if (!(await collection(db, 'definitions').findOne(asRead, { projection: { _id: 1 } }))) return false;
  const abandoned = new Date(Date.now() - abandonedAfterMs);
  const replaced = await collection(db, 'versions').replaceOne(
    { _id: version._id, publishedAt: { $lt: abandoned } },
    version,
  );
  return replaced.modifiedCount === 1;
}
