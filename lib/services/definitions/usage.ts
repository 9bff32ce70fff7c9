import type { Db } from 'mongodb';
import type { Usage } from '@/lib/contracts/catalogue';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { has } from '@/lib/services/catalogue/mentions';
import { namesOf, type ReaderOptions, readersOf } from '@/lib/workspace/readers';
import { findNodeType, type GraphNode } from '@/rules-engine/index';
import { findDefinition } from './find-definition';

type Named = Pick<DefinitionDoc, '_id' | 'kind' | 'key' | 'label'>;

/** Where a tag or segment is read: by conditions and as a source. Throws `not-found`. */
export async function definitionUsage(db: Db, id: string): Promise<Usage[]> {
  return usersOf(db, await findDefinition(db, id));
}

/** Throws `in-use` when other definitions read it. */
export async function refuseIfRead(
  db: Db,
  definition: Named,
  among: ReaderOptions['among'] = 'all',
): Promise<void> {
  const users = await usersOf(db, definition, among);
  if (users.length > 0) throw new Problem('in-use', { what: definition.label, where: namesOf(users) });
}

async function usersOf(db: Db, definition: Named, among?: ReaderOptions['among']): Promise<Usage[]> {
  const options = { among, except: definition._id };
  const [drawings, rules] = await Promise.all([
    readersOf(db, (node) => namesDefinition(node, definition), options),
    definition.kind === 'segment' ? rulesOf(db, definition.key) : [],
  ]);
  return [...drawings, ...rules];
}

/** Points rules whose task is to come to be in the segment. */
async function rulesOf(db: Db, segment: string): Promise<Usage[]> {
  const rules = await collection(db, 'pointRules')
    .find({ 'rule.kind': 'task', 'rule.segment': segment })
    .toArray();
  return rules.map(({ _id: id, label }) => ({ kind: 'pointRule', id, label, state: 'published', nodes: [] }));
}

/** Whether a node asks for a tag or segment: in a field of its form that takes one, or as the subject of a row. */
export function namesDefinition(
  node: GraphNode,
  { kind, key }: Pick<DefinitionDoc, 'kind' | 'key'>,
): boolean {
  const form = findNodeType(node.type)?.form ?? [];
  if (form.some(({ input, param }) => input === kind && node.params[param] === key)) return true;
  return has(node.params, (value) => isSubject(value) && value.kind === kind && value.key === key);
}

function isSubject(value: unknown): value is { kind: unknown; key: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value && 'key' in value;
}
