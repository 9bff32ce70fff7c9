import { Cron } from 'croner';
import type { Schedule } from '@/lib/contracts/schedule';

/** A schedule as five cron fields. */
export function cronOf(schedule: Schedule): string {
  if (schedule.every === 'hour') return '0 * * * *';
  if (schedule.every === 'cron') return schedule.cron;
  const [hour, minute] = schedule.at.split(':').map(Number);
  return `${minute} ${hour} * * *`;
}

/** The next three instants of a schedule; null for a cron line that can't be read, none for one that never comes. */
export function nextRuns(schedule: Schedule, timeZone: string, from: Date): Date[] | null {
  try {
    return new Cron(cronOf(schedule), { timezone: timeZone, mode: '5-part' }).nextRuns(3, from);
  } catch {
    return null;
  }
}
