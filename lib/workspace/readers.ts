import type { Db } from 'mongodb';
import type { Usage } from '@/lib/contracts/catalogue';
import type { LocalText } from '@/lib/contracts/local-text';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import type { Graph, GraphNode } from '@/rules-engine/index';

export interface ReaderOptions {
  /** `living`: without what is in the recycle bin. */
  among?: 'all' | 'living';
  /** A definition that doesn't count. */
  except?: string;
}

/** Every draft and published version with nodes that read something; those in the recycle bin too unless told. */
export async function readersOf(
  db: Db,
  reads: (node: GraphNode) => boolean,
  { among = 'all', except }: ReaderOptions = {},
): Promise<Usage[]> {
  const definitions = await collection(db, 'definitions')
    .find({ deleting: { $exists: false }, ...(among === 'living' ? { archivedAt: null } : {}) })
    .toArray();
  const published = await publishedGraphs(db, definitions);
  return definitions
    .filter(({ _id }) => _id !== except)
    .flatMap(({ _id: id, kind, label, draft }): Usage[] => {
      const graphs = [
        { state: 'draft' as const, graph: draft },
        { state: 'published' as const, graph: published.get(id) },
      ];
      return graphs.flatMap(({ state, graph }) => {
        const nodes = graph?.nodes.filter(reads).map((node) => node.id) ?? [];
        return nodes.length === 0 ? [] : [{ kind, id, label, state, nodes }];
      });
    });
}

/** The published graphs of definitions, by the definition's id. */
export async function publishedGraphs(
  db: Db,
  definitions: readonly Pick<DefinitionDoc, '_id' | 'publishedVersion'>[],
): Promise<Map<string, Graph>> {
  const ids = definitions.flatMap(({ _id, publishedVersion }) =>
    publishedVersion === null ? [] : [versionId(_id, publishedVersion)],
  );
  const versions = await collection(db, 'versions')
    .find({ _id: { $in: ids } }, { projection: { definition: 1, graph: 1 } })
    .toArray();
  return new Map(versions.map(({ definition, graph }) => [definition, graph]));
}

export function versionId(definition: string, version: number): string {
  return `${definition}:${version}`;
}

/** Names of the first few users, for a sentence. */
export function namesOf(usage: readonly Usage[]): LocalText {
  const names = (locale: 'zh' | 'en', mark: string) =>
    [...new Set(usage.map(({ label }) => label[locale]))].slice(0, 5).join(mark);
  return { zh: names('zh', '、'), en: names('en', ', ') };
}
