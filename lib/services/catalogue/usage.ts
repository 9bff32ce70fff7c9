import type { Db } from 'mongodb';
import type { Usage } from '@/lib/contracts/catalogue';
import type { LocalText } from '@/lib/contracts/local-text';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import { namesOf, readersOf } from '@/lib/workspace/readers';
import type { FieldUsage, Used } from './field-usage';
import { mentions } from './mentions';

/** Every draft, published version, metric and points rule that reads something; the recycle bin counts too. */
export const usageOf: FieldUsage = async (db, used) => [
  ...(await readersOf(db, ({ params }) => mentions(params, used))),
  ...(await inMetrics(db, used)),
  ...(await inPointRules(db, used)),
];

/** Throws `in-use` when anything reads it; `what` is its name for people. */
export async function refuseIfUsed(
  db: Db,
  used: Used,
  what: LocalText,
  usage: FieldUsage = usageOf,
): Promise<void> {
  const found = await usage(db, used);
  if (found.length > 0) throw new Problem('in-use', { what, where: namesOf(found) });
}

async function inMetrics(db: Db, used: Used): Promise<Usage[]> {
  const metrics = await collection(db, 'metrics').find().toArray();
  return metrics
    .filter(({ operand }) => mentions(operand, used))
    .map(({ _id: id, label }) => ({ kind: 'metric', id, label, state: 'published', nodes: [] }));
}

async function inPointRules(db: Db, used: Used): Promise<Usage[]> {
  const rules = await collection(db, 'pointRules').find().toArray();
  return rules
    .filter(({ rule }) => mentions(rule, used))
    .map(({ _id: id, label }) => ({ kind: 'pointRule', id, label, state: 'published', nodes: [] }));
}
