import type { Db } from 'mongodb';
import type { MirrorAudit } from '@/lib/contracts/mirror';
import type { Predicate } from '@/rules-engine/index';
import { countAll } from '../count-pass';
import type { MirrorData } from './mirror-data';

const limitMs = 120_000;

export interface Audit {
  /** Only predicates whose columns are loaded. */
  predicate: Predicate;
  /** Brings the data up to date. */
  refresh(): Promise<void>;
  signal: AbortSignal;
}

/** Counts one predicate in the mirror and in MongoDB. The two differ for good only when the data stands still meanwhile. */
export async function audited(
  db: Db,
  data: MirrorData,
  { predicate, refresh, signal }: Audit,
): Promise<MirrorAudit> {
  const began = performance.now();
  await refresh();
  const generation = data.generation;
  const [before = 0] = data.counts.countAll([predicate]);
  const options = { signal, deadline: began + limitMs };
  const [mongodb = 0] = await countAll(db, [predicate], data.members.table.size, options);
  await refresh();
  const [after = 0] = data.counts.countAll([predicate]);
  const same = mongodb === before || mongodb === after;
  return {
    at: new Date().toISOString(),
    result: same ? 'same' : generation === data.generation ? 'different' : 'moving',
    mirror: after,
    mongodb,
    tookMs: Math.round(performance.now() - began),
  };
}
