import type { Db } from 'mongodb';
import { type Actor, actorName, systemActor } from '@/lib/contracts/people';
import type { PointsOverview, PointTotals } from '@/lib/contracts/points';
import { Problem } from '@/lib/contracts/problem';
import type { Schedule } from '@/lib/contracts/schedule';
import { collection } from '@/lib/db/collections';
import type { JobDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { getSettings } from '@/lib/ground/settings/settings';
import { enqueue } from '@/lib/jobs/enqueue';
import type { Tick } from '@/lib/jobs/scheduler';
import { METRICS_LOCK } from '@/lib/services/metrics/metric-dto';
import { nextTime } from '@/lib/services/runs/schedule';
import { listPointRules } from './rule-dto';

const name = { zh: '积分计算', en: 'The points run' };

/** Rules, totals and the last run. */
export async function pointsOverview(db: Db): Promise<PointsOverview> {
  const [rules, totals, programme, running] = await Promise.all([
    listPointRules(db),
    pointTotals(db),
    collection(db, 'pointProgrammes').findOne({ _id: 'points' }),
    runUnderWay(db),
  ]);
  const { schedule = null, nextRunAt = null, lastRun, failure } = programme ?? {};
  return {
    rules,
    totals,
    schedule,
    nextRunAt: nextRunAt?.toISOString() ?? null,
    lastRun: lastRun ? { ...lastRun, at: lastRun.at.toISOString() } : null,
    failure: failure ? { ...failure, at: failure.at.toISOString() } : null,
    job: running?._id ?? null,
  };
}

/** Sums over all accounts: what was given, what became of it, and what is left. */
async function pointTotals(db: Db): Promise<PointTotals> {
  const parts = ['given', 'redeemed', 'expired', 'reversed', 'lacking', 'adjusted'] as const;
  const sums = Object.fromEntries(parts.map((part) => [part, { $sum: `$totals.${part}` }]));
  const holds = { $sum: { $cond: [{ $gt: ['$balance', 0] }, 1, 0] } };
  const [found] = await collection(db, 'pointAccounts')
    .aggregate<PointTotals>([
      { $group: { _id: null, ...sums, outstanding: { $sum: '$balance' }, members: holds } },
      { $project: { _id: 0 } },
    ])
    .toArray();
  return (
    found ?? {
      given: 0,
      redeemed: 0,
      expired: 0,
      reversed: 0,
      lacking: 0,
      adjusted: 0,
      outstanding: 0,
      members: 0,
    }
  );
}

function runUnderWay(db: Db): Promise<JobDoc | null> {
  return collection(db, 'jobs').findOne({ kind: 'points-run', state: { $in: ['queued', 'running'] } });
}

/**
 * Queues a run and returns its job. It has the lock of metrics, since both write them. Throws `already-running` while
 * one waits or runs.
 */
export async function startPointsRun(db: Db, actor: Actor, id?: string): Promise<string> {
  const other = await runUnderWay(db);
  if (other && other._id !== id) throw new Problem('already-running', { name });
  const job = await enqueue(db, {
    ...(id === undefined ? {} : { id }),
    kind: 'points-run',
    params: {},
    lockKey: METRICS_LOCK,
    createdBy: actorName(actor),
  });
  await audit(db, actor, 'points.run', 'points', { job });
  return job;
}

/** Sets or takes off the programme's schedule. Throws `invalid-schedule`. */
export async function setPointsSchedule(db: Db, actor: Actor, schedule: Schedule | null): Promise<void> {
  const { timeZone } = await getSettings(db);
  const nextRunAt = schedule && nextTime(schedule, timeZone, new Date());
  if (schedule && !nextRunAt) {
    throw new Problem('invalid-schedule', {
      cron: schedule.every === 'cron' ? schedule.cron : schedule.every,
    });
  }
  await collection(db, 'pointProgrammes').updateOne(
    { _id: 'points' },
    { $set: { schedule, nextRunAt } },
    { upsert: true },
  );
  await audit(db, actor, 'points.schedule', 'points', { schedule });
}

/** Starts a run that is due. Times missed while nothing ran are made up once. */
export const scheduledPoints: Tick = {
  name: 'scheduled-points',
  async tick(db, now) {
    const due = await collection(db, 'pointProgrammes').findOne({ _id: 'points', nextRunAt: { $lte: now } });
    if (!due?.schedule || !due.nextRunAt) return;
    const { timeZone } = await getSettings(db);
    // Under an id made of when it was due, so that several processes start it once. One that is under way will do.
    await startPointsRun(db, systemActor('schedule'), `points-run:${due.nextRunAt.getTime()}`).catch(
      (error: unknown) => {
        if (!(error instanceof Problem)) throw error;
      },
    );
    await collection(db, 'pointProgrammes').updateOne(
      { _id: 'points', nextRunAt: due.nextRunAt },
      { $set: { nextRunAt: nextTime(due.schedule, timeZone, now) } },
    );
  },
};
