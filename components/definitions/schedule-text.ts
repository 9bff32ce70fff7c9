'use client';

import { useTranslations } from 'next-intl';
import type { Schedule } from '@/lib/contracts/schedule';

/** A schedule in words: `每天 07:30`. */
export function useScheduleText(): (schedule: Schedule | null) => string {
  const t = useTranslations('definitions.schedule');
  const words: { [K in Schedule['every']]: (schedule: Extract<Schedule, { every: K }>) => string } = {
    hour: () => t('everyHour'),
    day: ({ at }) => t('everyDay', { at }),
    cron: ({ cron }) => t('byCron', { cron }),
  };
  const word = <K extends Schedule['every']>(schedule: Extract<Schedule, { every: K }>) => {
    const say: (schedule: Extract<Schedule, { every: K }>) => string = words[schedule.every];
    return say(schedule);
  };
  return (schedule) => (schedule ? word(schedule) : t('never'));
}
