import type { Db } from 'mongodb';
import type { DefinitionList, DefinitionsQuery } from '@/lib/contracts/definitions';
import { collection } from '@/lib/db/collections';
import { matchesSearch } from '@/lib/values/text-search';
import { type SummaryDoc, toSummary } from './definition-dto';

/**
 * Tags and segments that a search finds in a folder and those below it, by label; with every folder of the kind. There
 * are hundreds of them at most, and pinyin is no index: all are looked at.
 */
export async function listDefinitions(
  db: Db,
  { kind, search, folder = '', archived }: DefinitionsQuery,
): Promise<DefinitionList> {
  const all = await collection(db, 'definitions')
    .find({ deleting: { $exists: false }, ...(kind ? { kind } : {}) })
    .project<SummaryDoc>({ draft: 0 })
    .toArray();
  const living = all.filter(({ archivedAt }) => archivedAt === null);
  const binned = all.filter(({ archivedAt }) => archivedAt !== null);
  const found = (archived ? binned : living).filter(
    (doc) => isWithin(doc.folder, folder) && matchesSearch(search, doc.label, [doc.key]),
  );
  return {
    definitions: found.sort(byLabel).map(toSummary),
    folders: foldersOf(living),
    archived: binned.length,
  };
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

const chinese = new Intl.Collator('zh-CN', { numeric: true });

function byLabel(a: SummaryDoc, b: SummaryDoc): number {
  return chinese.compare(a.label.zh, b.label.zh) || chinese.compare(a.key, b.key);
}

/** Each folder and those above it, with how many definitions are there and below. */
function foldersOf(docs: readonly SummaryDoc[]): DefinitionList['folders'] {
  const counts = new Map<string, number>();
  for (const { folder } of docs) {
    const steps = folder === '' ? [] : folder.split('/');
    for (const i of steps.keys()) {
      const path = steps.slice(0, i + 1).join('/');
      counts.set(path, (counts.get(path) ?? 0) + 1);
    }
  }
  return [...counts].map(([path, n]) => ({ path, n })).sort((a, b) => chinese.compare(a.path, b.path));
}
