import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { type Graph, type SegmentReference, type TagReference, tagValues } from '@/rules-engine/index';

/** Tags as rules refer to them: the values of the published version, and when a run last stored them. */
export async function tagReferences(db: Db): Promise<TagReference[]> {
  const found = await published(db, 'tag');
  return found.map(({ definition, graph }) => ({
    key: definition.key,
    label: definition.label,
    values: graph ? tagValues(graph) : [],
    storedAt: definition.lastRun?.at ?? null,
  }));
}

/** Segments as rules refer to them: their published graph, which is inlined where it is used. */
export async function segmentReferences(db: Db): Promise<SegmentReference[]> {
  const found = await published(db, 'segment');
  return found.map(({ definition, graph }) => ({ key: definition.key, label: definition.label, graph }));
}

async function published(
  db: Db,
  kind: DefinitionDoc['kind'],
): Promise<{ definition: DefinitionDoc; graph: Graph | null }[]> {
  const definitions = await collection(db, 'definitions')
    .find({ kind, archivedAt: null })
    .sort({ key: 1 })
    .toArray();
  const ids = definitions.flatMap(({ _id, publishedVersion }) =>
    publishedVersion === null ? [] : [`${_id}:${publishedVersion}`],
  );
  const versions = await collection(db, 'versions')
    .find({ _id: { $in: ids } })
    .toArray();
  const graphs = new Map(versions.map(({ _id, graph }) => [_id, graph]));
  return definitions.map((definition) => ({
    definition,
    graph: graphs.get(`${definition._id}:${definition.publishedVersion}`) ?? null,
  }));
}
