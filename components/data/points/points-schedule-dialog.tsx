'use client';

import { useTranslations } from 'next-intl';
import { ScheduleForm } from '@/components/definitions/dialogs/schedule-form';
import type { Schedule } from '@/lib/contracts/schedule';
import { usePointsSchedule } from './use-points';

/** When the programme runs by itself. */
export function PointsScheduleDialog({
  schedule,
  onClose,
}: {
  schedule: Schedule | null;
  onClose: () => void;
}) {
  const t = useTranslations('points.schedule');
  return (
    <ScheduleForm
      title={t('title')}
      saved={t('saved')}
      now={schedule}
      hour={3}
      save={usePointsSchedule()}
      onClose={onClose}
    />
  );
}
