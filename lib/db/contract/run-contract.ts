import { randomBytes } from 'node:crypto';
import { type Collection, MongoClient } from 'mongodb';
import type { Check, Doc } from './check';
import { conflictingInserts, conflicts } from './conflicts';
import { datesKept, daysCounted, daysTruncated } from './dates';
import {
  firstUpsertsAnswer,
  firstUpsertsKept,
  firstUpsertsSettled,
  firstUpsertsTold,
  upsertOfExcluded,
} from './first-upserts';
import { pagesOfOneAnswer, pagesWhole } from './pages';
import { compareAndSet, increments, leases, uniqueInserts } from './single-winner';
import { countsTold, duplicatesTold, pipelineUpdates } from './told';

/** What the product believes of its database. */
export const checks: readonly Check[] = [
  firstUpsertsAnswer,
  firstUpsertsTold,
  firstUpsertsKept,
  firstUpsertsSettled,
  upsertOfExcluded,
  increments,
  compareAndSet,
  uniqueInserts,
  leases,
  conflicts,
  conflictingInserts,
  duplicatesTold,
  countsTold,
  pipelineUpdates,
  pagesWhole,
  pagesOfOneAnswer,
  datesKept,
  daysCounted,
  daysTruncated,
];

/** Of each kind of check: how many connect. */
const clients = 8;

export interface ContractFinding {
  check: Check;
  /** What was found wrong; null where the claim holds. */
  wrong: string | null;
  tookMs: number;
}

/**
 * Tries out on a server what the product believes of it, in collections of their own in the database `name`, which are
 * dropped afterwards. Eight clients take about half a minute on two cores.
 */
export async function runContract(
  uri: string,
  name: string,
  chosen: readonly Check[] = checks,
): Promise<ContractFinding[]> {
  const connected = await Promise.all(Array.from({ length: clients }, () => MongoClient.connect(uri)));
  const findings: ContractFinding[] = [];
  try {
    for (const check of chosen) {
      const scratch = `contract_${randomBytes(6).toString('hex')}`;
      const collections = connected.map((client) => client.db(name).collection<Doc>(scratch));
      const began = performance.now();
      const wrong = await tried(check, collections);
      findings.push({ check, wrong, tookMs: Math.round(performance.now() - began) });
    }
    return findings;
  } finally {
    await Promise.all(connected.map((client) => client.close()));
  }
}

async function tried(check: Check, collections: readonly Collection<Doc>[]): Promise<string | null> {
  const [one] = collections;
  if (!one) return null;
  try {
    await one.createIndexes(
      ['dedupeKey', 'ord'].map((path) => ({
        key: { [path]: 1 },
        name: path,
        unique: true,
        partialFilterExpression: { [path]: { $exists: true } },
      })),
    );
    return await check.run({ clients: collections, one });
  } catch (error) {
    return `it failed: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    await one.drop();
  }
}
