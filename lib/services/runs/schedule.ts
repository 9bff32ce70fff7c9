import { Cron } from 'croner';
import type { Db } from 'mongodb';
import { type Actor, systemActor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import type { Schedule } from '@/lib/contracts/schedule';
import { collection } from '@/lib/db/collections';
import type { DefinitionDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { getSettings } from '@/lib/ground/settings/settings';
import type { Tick } from '@/lib/jobs/scheduler';
import { log } from '@/lib/log/logger';
import { startRun } from './start-run';

/** The cron line of a schedule. */
function cronLine(schedule: Schedule): string {
  switch (schedule.every) {
    case 'hour':
      return '0 * * * *';
    case 'day': {
      const [hour = '0', minute = '0'] = schedule.at.split(':');
      return `${Number(minute)} ${Number(hour)} * * *`;
    }
    case 'cron':
      return schedule.cron;
  }
}

/** The next time after `from`; null when there is none. Throws `invalid-input` for what isn't a cron line. */
export function nextTime(schedule: Schedule, timeZone: string, from: Date): Date | null {
  try {
    return new Cron(cronLine(schedule), { timezone: timeZone, mode: '5-part' }).nextRun(from);
  } catch {
    throw new Problem('invalid-schedule', { cron: cronLine(schedule) });
  }
}

/** Sets or takes off the schedule of a definition. Throws `not-published`, `invalid-schedule`. */
export async function setSchedule(
  db: Db,
  actor: Actor,
  definition: DefinitionDoc,
  schedule: Schedule | null,
): Promise<void> {
  if (schedule && definition.publishedVersion === null)
    throw new Problem('not-published', { name: definition.label });
  const { timeZone } = await getSettings(db);
  const nextRunAt = schedule && nextTime(schedule, timeZone, new Date());
  if (schedule && !nextRunAt) throw new Problem('invalid-schedule', { cron: cronLine(schedule) });
  await collection(db, 'definitions').updateOne({ _id: definition._id }, { $set: { schedule, nextRunAt } });
  await audit(db, actor, 'schedule.set', `${definition.kind}:${definition.key}`, { schedule });
}

/** Starts what is due. Times missed while nothing ran are made up once, not one by one. */
export const scheduledRuns: Tick = {
  name: 'scheduled-runs',
  async tick(db, now) {
    const { timeZone } = await getSettings(db);
    const due = await collection(db, 'definitions')
      .find({ nextRunAt: { $lte: now }, archivedAt: null })
      .toArray();
    for (const definition of due) {
      const { schedule, nextRunAt } = definition;
      if (!schedule || !nextRunAt) continue;
      // Started under an id made of when it was due, so that several processes start it once, and only then moved on.
      await startRun(db, systemActor('schedule'), definition, {
        id: `${definition._id}-${nextRunAt.getTime()}`,
        asOf: now.getTime(),
        trigger: 'schedule',
      }).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
        log.warn({ definition: definition._id, code: error.code }, 'a scheduled run was skipped');
      });
      await collection(db, 'definitions').updateOne(
        { _id: definition._id, nextRunAt },
        { $set: { nextRunAt: nextTime(schedule, timeZone, now) } },
      );
    }
  },
};
