import type { Db } from 'mongodb';
import type { Definition, DefinitionState, DefinitionSummary } from '@/lib/contracts/definitions';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc, VersionDoc } from '@/lib/db/documents';

export type SummaryDoc = Omit<DefinitionDoc, 'draft'>;

export function stateOf({
  publishedVersion,
  draftDigest,
  publishedDigest,
}: Pick<DefinitionDoc, 'publishedVersion' | 'draftDigest' | 'publishedDigest'>): DefinitionState {
  if (publishedVersion === null) return 'draft';
  return draftDigest === publishedDigest ? 'published' : 'changed';
}

export function toSummary(doc: SummaryDoc): DefinitionSummary {
  const { lastRun } = doc;
  return {
    id: doc._id,
    kind: doc.kind,
    key: doc.key,
    label: doc.label,
    folder: doc.folder,
    state: stateOf(doc),
    publishedVersion: doc.publishedVersion,
    schedule: doc.schedule,
    nextRunAt: doc.nextRunAt?.toISOString() ?? null,
    lastRun: lastRun && {
      run: lastRun.run,
      at: lastRun.at.toISOString(),
      asOf: lastRun.asOf.toISOString(),
      size: lastRun.size,
      state: lastRun.state,
    },
    size: doc.size,
    sizeAsOf: sizeAsOf(doc)?.toISOString() ?? null,
    archivedAt: doc.archivedAt?.toISOString() ?? null,
    createdBy: doc.createdBy,
    createdAt: doc.createdAt.toISOString(),
    updatedBy: doc.updatedBy,
    updatedAt: doc.updatedAt.toISOString(),
  };
}

function sizeAsOf({ size, sizeAsOf, lastRun }: SummaryDoc): Date | null {
  if (size === null) return null;
  // Where it wasn't kept yet the latest run tells, if the size is of that one.
  return sizeAsOf ?? (lastRun?.state === 'done' ? lastRun.asOf : null);
}

/** A definition with its draft and what is published of it. */
export async function toDefinition(db: Db, doc: DefinitionDoc): Promise<Definition> {
  const version = await publishedVersion(db, doc);
  return {
    ...toSummary(doc),
    graph: doc.draft,
    revision: doc.revision,
    asOf: doc.asOf ?? null,
    whenEmpty: doc.whenEmpty,
    published: version && {
      version: version.version,
      at: version.publishedAt.toISOString(),
      by: version.author,
      sentence: version.sentence,
      graph: version.graph,
    },
  };
}

/** The published version of a definition; null before the first. */
export async function publishedVersion(
  db: Db,
  { _id, publishedVersion: version }: Pick<DefinitionDoc, '_id' | 'publishedVersion'>,
): Promise<VersionDoc | null> {
  return version === null ? null : collection(db, 'versions').findOne({ definition: _id, version });
}
