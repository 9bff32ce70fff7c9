import type { Db } from 'mongodb';
import { ensureFirstAdmin } from '@/lib/auth/first-admin';
import { hasAnyData, seedDemo } from '@/lib/services/demo/seed';
import { settleDemo } from './demo-decision';
import { type Report, withProgress } from './progress';

export interface FirstAdmin {
  readonly name: string;
  readonly password: string;
}

const REPORT_EVERY_MS = 5_000;

/** Fills a fresh database. Gives the first admin with the password when this call made them, else null. */
export async function prepareData(db: Db, demo: boolean, report: Report): Promise<FirstAdmin | null> {
  await settleDemo(db, demo, hasAnyData, (target) =>
    withProgress(report, 'Making demo data', () => seedDemo(target, { onProgress: reportShare(report) })),
  );
  return ensureFirstAdmin(db);
}

/** Says how far it is, every five seconds. */
function reportShare(report: Report): (done: number, total: number) => void {
  let saidAt = Date.now();
  return (done, total) => {
    if (Date.now() - saidAt < REPORT_EVERY_MS) return;
    saidAt = Date.now();
    report(`Making demo data … ${Math.round((100 * done) / total)} %`);
  };
}
