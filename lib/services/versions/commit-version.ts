import { setTimeout } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, VersionDoc } from '@/lib/db/documents';
import { isDuplicateKey } from '@/lib/db/duplicate-key';

/** From storing a version to pointing at it are milliseconds: after this long its publisher is gone. */
const abandonedAfterMs = 60_000;
/** How often one looks whether it got there, and how long after each look one waits, in ms. */
const [looks, pauseMs] = [10, 50];

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
    if (!isDuplicateKey(error, '_id_', 'definition_version')) throw error;
  }
  // Another publisher was here: either on its way to the definition, which is worth a moment, or dead.
  if (await hasMoved(db, asRead)) return false;
  const abandoned = new Date(Date.now() - abandonedAfterMs);
  const replaced = await collection(db, 'versions').replaceOne(
    { _id: version._id, publishedAt: { $lt: abandoned } },
    version,
  );
  return replaced.modifiedCount === 1;
}

/** Whether the definition is another than was read, now or within a moment. */
async function hasMoved(db: Db, asRead: Parameters<typeof store>[1]): Promise<boolean> {
  for (let look = 0; look < looks; look += 1) {
    const same = await collection(db, 'definitions').findOne(asRead, { projection: { _id: 1 } });
    if (!same) return true;
    await setTimeout(pauseMs);
  }
  return false;
}
