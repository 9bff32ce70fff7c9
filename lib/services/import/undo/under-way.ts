import type { Db } from 'mongodb';
import type { JobKind } from '@/lib/contracts/jobs';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';

/** What takes members or events back never runs beside another of its kind. */
export const TAKE_BACK_LOCK = 'take-back';

/** Jobs whose late writes what takes back has to shut out, and the other way round. */
export const importing = { kind: 'import' } as const;
export const takingBack = { lockKey: TAKE_BACK_LOCK } as const;

const waiting = { state: { $in: ['queued', 'running'] } } as const;

/**
 * Importing, and taking back what was imported, exclude each other: an import stores events of members that it found before.
 * Each looks for the other when it is asked for, and again once its own job is claimed; so of two at once at least one stops.
 * Throws `import-running`.
 */
export async function refuseWhileImporting(db: Db): Promise<void> {
  const jobs = await collection(db, 'jobs')
    .find({ ...importing, ...waiting }, { projection: { _id: 1 } })
    .toArray();
  if (jobs.length === 0) return;
  const found = await collection(db, 'imports').findOne(
    { job: { $in: jobs.map(({ _id }) => _id) }, dryRun: false },
    { projection: { name: 1 } },
  );
  if (found) throw new Problem('import-running', { name: found.name });
}

/** Throws `taking-back` while an import or members are being taken back; trials apart. */
export async function refuseWhileTakingBack(db: Db): Promise<void> {
  const found = await collection(db, 'jobs').findOne(
    { ...takingBack, kind: { $ne: 'late-writes' }, ...waiting },
    { projection: { _id: 1 } },
  );
  if (found) throw new Problem('taking-back');
}

/** Nobody asked for the removal of late writes, so an import isn't refused for it: whoever is later is tried again. */
export const waitForImports = (db: Db) => waitFor(db, 'import');
export const waitForLateWrites = (db: Db) => waitFor(db, 'late-writes');

async function waitFor(db: Db, kind: JobKind): Promise<void> {
  const found = await collection(db, 'jobs').findOne({ kind, state: 'running' }, { projection: { _id: 1 } });
  if (found) throw new Error(`waits for the job ${found._id}`);
}
