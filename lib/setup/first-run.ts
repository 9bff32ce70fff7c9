import type { Db } from 'mongodb';
import { initialise } from '@/lib/members/initialise';
import { hasAnyData, seedDemo } from '@/lib/services/demo/seed';
import { settleDemo } from './demo-decision';
import { type Report, withProgress } from './progress';

const REPORT_EVERY_MS = 5_000;

/** Makes a database ready: indexes always, demo data when this is its first start and it is wanted. */
export async function prepareData(db: Db, demo: boolean, report: Report): Promise<void> {
  await withProgress(report, 'Making indexes', () => initialise(db));
  await settleDemo(db, demo, hasAnyData, (target) =>
    withProgress(report, 'Making demo data', () => seedDemo(target, { onProgress: reportShare(report) })),
  );
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
