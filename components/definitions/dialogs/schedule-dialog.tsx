'use client';

import { useTranslations } from 'next-intl';
import { useText } from '@/components/ui/use-text';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { useSchedule } from '../use-definitions';
import { ScheduleForm } from './schedule-form';

/** When a definition runs by itself. */
export function ScheduleDialog({
  definition,
  onClose,
}: {
  definition: DefinitionSummary;
  onClose: () => void;
}) {
  const t = useTranslations('definitions.schedule');
  const text = useText();
  return (
    <ScheduleForm
      title={t('title', { name: text(definition.label) })}
      saved={t('saved')}
      now={definition.schedule}
      hour={6}
      save={useSchedule(definition.id)}
      onClose={onClose}
    />
  );
}
