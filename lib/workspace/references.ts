import type { Db } from 'mongodb';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import {
  type Graph,
  type LayeringReference,
  layersOf,
  type SegmentReference,
  tagValues,
  type ValuesReference,
} from '@/rules-engine/index';
import { lastDone } from './last-done';
import { publishedGraphs } from './readers';

/** Tags as rules refer to them: the values of the published version, and when a run last stored them. */
export async function tagReferences(db: Db): Promise<ValuesReference[]> {
  const found = await stored(db, 'tag');
  return found.map(({ graph, ...named }) => ({ ...named, values: graph ? tagValues(graph) : [] }));
}

/** Layerings as rules refer to them: the layers of the published version, its graph, and when a run last stored them. */
export async function layeringReferences(db: Db): Promise<LayeringReference[]> {
  const found = await stored(db, 'layering');
  return found.map(({ graph, ...named }) => ({
    ...named,
    values: graph ? layersOf(graph).map(({ value, label }) => ({ value, label })) : [],
    graph,
  }));
}

async function stored(db: Db, kind: DefinitionDoc['kind']) {
  const found = await living(db, kind);
  const at = await lastStored(
    db,
    found.map(({ definition }) => definition),
  );
  return found.map(({ definition: { _id, key, label }, graph }) => ({
    key,
    label,
    storedAt: at.get(_id) ?? null,
    graph,
  }));
}

/** Segments as rules refer to them: their published graph, which is inlined where it is used. */
export async function segmentReferences(db: Db): Promise<SegmentReference[]> {
  const found = await living(db, 'segment');
  return found.map(({ definition, graph }) => ({ key: definition.key, label: definition.label, graph }));
}

type Living = Omit<DefinitionDoc, 'draft'>;

async function living(
  db: Db,
  kind: DefinitionDoc['kind'],
): Promise<{ definition: Living; graph: Graph | null }[]> {
  const definitions = await collection(db, 'definitions')
    .find({ kind, archivedAt: null }, { sort: { key: 1 } })
    .project<Living>({ draft: 0 })
    .toArray();
  const graphs = await publishedGraphs(db, definitions);
  return definitions.map((definition) => ({ definition, graph: graphs.get(definition._id) ?? null }));
}

/** When each was last stored: by the last run, or where that one failed or is under way, by the last that finished. */
async function lastStored(db: Db, definitions: readonly Living[]): Promise<Map<string, Date>> {
  const stored = new Map<string, Date>();
  for (const { _id, lastRun } of definitions) {
    if (!lastRun) continue;
    const at = lastRun.state === 'done' ? lastRun.at : (await lastDone(db, _id))?.finishedAt;
    if (at) stored.set(_id, at);
  }
  return stored;
}
