'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useWorkspace } from '@/components/ui/workspace-context';
import { type Schedule, scheduleSchema } from '@/lib/contracts/runs';
import { usePointsSchedule } from './use-points';

type Every = 'never' | Schedule['every'];

/** When the programme runs by itself. */
export function PointsScheduleDialog({
  schedule,
  onClose,
}: {
  schedule: Schedule | null;
  onClose: () => void;
}) {
  const t = useTranslations('points.schedule');
  const d = useTranslations('definitions.schedule');
  const { timeZone } = useWorkspace();
  const save = usePointsSchedule();
  const [every, setEvery] = useState<Every>(schedule?.every ?? 'never');
  const [at, setAt] = useState(schedule?.every === 'day' ? schedule.at : '03:00');
  const [cron, setCron] = useState(schedule?.every === 'cron' ? schedule.cron : '0 3 * * 1');
  const asked = { never: null, hour: { every }, day: { every, at }, cron: { every, cron } }[every];
  const parsed = asked === null ? null : scheduleSchema.safeParse(asked);
  const isWrong = parsed !== null && !parsed.success;
  return (
    <FormDialog
      title={t('title')}
      verb={d('save')}
      size="s"
      onClose={onClose}
      isPending={save.isPending}
      isDisabled={isWrong}
      error={save.error}
      onSubmit={() =>
        save.mutate(parsed?.success ? parsed.data : null, {
          onSuccess: () => {
            toast({ tone: 'ok', text: t('saved') });
            onClose();
          },
        })
      }
    >
      <RadioGroup
        label={d('when')}
        options={(['never', 'hour', 'day', 'cron'] as const).map((id) => ({ id, text: d(`choices.${id}`) }))}
        value={every}
        onChange={setEvery}
      />
      {every === 'day' && (
        <TextField
          label={d('at')}
          help={d('inZone', { zone: timeZone })}
          type="time"
          value={at}
          onChange={setAt}
          className="w-40"
          error={isWrong ? d('atWrong') : undefined}
        />
      )}
      {every === 'cron' && (
        <TextField
          label={d('cron')}
          help={d('cronHelp', { zone: timeZone })}
          value={cron}
          onChange={setCron}
          mono
          error={isWrong ? d('cronWrong') : undefined}
        />
      )}
    </FormDialog>
  );
}
