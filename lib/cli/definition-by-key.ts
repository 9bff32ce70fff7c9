import type { Db } from 'mongodb';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';

/** The tag or segment with a key: `tag:vip` where a tag and a segment share it. Throws `not-found`, `invalid-input`. */
export async function definitionByKey(db: Db, text: string): Promise<DefinitionDoc> {
  const [kind, key] = /^(tag|segment):(.+)$/.exec(text)?.slice(1) ?? [null, text];
  const found = await collection(db, 'definitions')
    .find({ key: key ?? text, archivedAt: null })
    .toArray();
  const fitting = kind === null ? found : found.filter((definition) => definition.kind === kind);
  const [only, second] = fitting;
  if (!only)
    throw new Problem('not-found', { what: { zh: `标签或分群“${text}”`, en: `A tag or segment “${text}”` } });
  if (!second) return only;
  const why = {
    zh: `标签和分群都叫这个名字，请写 tag:${text} 或 segment:${text}`,
    en: `a tag and a segment have this key: write tag:${text} or segment:${text}`,
  };
  throw new Problem('invalid-input', { where: 'KEY', why });
}
