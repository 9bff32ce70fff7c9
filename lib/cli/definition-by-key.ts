import type { Db } from 'mongodb';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { graphKinds } from '@/rules-engine/index';

/** What the help says of an argument that names a definition. */
export const KEY_ARGUMENT = 'its key; `tag:KEY`, `segment:KEY` or `layering:KEY` where several have it';

/** `vip`, or `tag:vip`: the key, and the kind where the text says it. */
export function kindAndKey(text: string): { kind: DefinitionKind | null; key: string } {
  const kind = graphKinds.find((one) => text.startsWith(`${one}:`)) ?? null;
  return { kind, key: kind === null ? text : text.slice(kind.length + 1) };
}

/** The tag, segment or layering with a key: `tag:vip` where several share it. Throws `not-found`, `invalid-input`. */
export async function definitionByKey(db: Db, text: string): Promise<DefinitionDoc> {
  const { kind, key } = kindAndKey(text);
  const found = await collection(db, 'definitions').find({ key, archivedAt: null }).toArray();
  const fitting = kind === null ? found : found.filter((definition) => definition.kind === kind);
  const [only, second] = fitting;
  if (!only)
    throw new Problem('not-found', {
      what: { zh: `标签、分群或分层“${text}”`, en: `A tag, segment or layering “${text}”` },
    });
  if (!second) return only;
  const why = {
    zh: `有几个都叫这个名字，请写 ${fitting.map((one) => `${one.kind}:${text}`).join('、')} 其中之一`,
    en: `several have this key: write one of ${fitting.map((one) => `${one.kind}:${text}`).join(', ')}`,
  };
  throw new Problem('invalid-input', { where: 'KEY', why });
}
