import type { Db } from 'mongodb';
import type { LocalText, Usage } from '@/lib/contracts/catalogue';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { FieldUsage, Used } from './field-usage';
import { mentions } from './mentions';

/** Every draft, published version and metric that reads something; definitions in the recycle bin count too. */
export const usageOf: FieldUsage = async (db, used) => [
  ...(await inDefinitions(db, used)),
  ...(await inMetrics(db, used)),
];

/** Throws `in-use` when anything reads it; `what` is its name for people. */
export async function refuseIfUsed(
  db: Db,
  used: Used,
  what: LocalText,
  usage: FieldUsage = usageOf,
): Promise<void> {
  const found = await usage(db, used);
  if (found.length === 0) return;
  const names = (locale: 'zh' | 'en', mark: string) =>
    [...new Set(found.map(({ label }) => label[locale]))].slice(0, 5).join(mark);
  throw new Problem('in-use', { what, where: { zh: names('zh', '、'), en: names('en', ', ') } });
}

async function inDefinitions(db: Db, used: Used): Promise<Usage[]> {
  const definitions = await collection(db, 'definitions').find().toArray();
  const published = await collection(db, 'versions')
    .find({ _id: { $in: definitions.map(({ _id, publishedVersion }) => `${_id}:${publishedVersion}`) } })
    .toArray();
  return definitions.flatMap(({ _id: id, kind, label, draft }): Usage[] => {
    const version = published.find(({ definition }) => definition === id);
    const graphs = [
      { state: 'draft' as const, nodes: draft.nodes },
      ...(version ? [{ state: 'published' as const, nodes: version.graph.nodes }] : []),
    ];
    return graphs.flatMap(({ state, nodes }) => {
      const readers = nodes.filter(({ params }) => mentions(params, used)).map((node) => node.id);
      return readers.length === 0 ? [] : [{ kind, id, label, state, nodes: readers }];
    });
  });
}

async function inMetrics(db: Db, used: Used): Promise<Usage[]> {
  const metrics = await collection(db, 'metrics').find().toArray();
  return metrics
    .filter(({ operand }) => mentions(operand, used))
    .map(({ _id: id, label }) => ({ kind: 'metric', id, label, state: 'published', nodes: [] }));
}
