'use client';

import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormDialog } from '@/components/data-client/form-dialog';
import { RadioGroup } from '@/components/ui/radio-group';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import { type Schedule, scheduleSchema } from '@/lib/contracts/schedule';
import { nextRuns } from './next-runs';

type Every = Schedule['every'] | 'never';

interface Props {
  title: string;
  /** Said when it is stored. */
  saved: string;
  now: Schedule | null;
  /** The local hour that is proposed. */
  hour: number;
  save: UseMutationResult<unknown, Error, Schedule | null>;
  onClose: () => void;
}

/** When something runs by itself, with the next times that this means. */
export function ScheduleForm({ title, saved, now, hour, save, onClose }: Props) {
  const t = useTranslations('definitions.schedule');
  const format = useFormat();
  const { timeZone } = useWorkspace();
  const [every, setEvery] = useState<Every>(now?.every ?? 'never');
  const [at, setAt] = useState(now?.every === 'day' ? now.at : `${String(hour).padStart(2, '0')}:00`);
  const [cron, setCron] = useState(now?.every === 'cron' ? now.cron : `0 ${hour} * * 1`);
  const [openedAt] = useState(() => new Date());

  const asked = { never: null, hour: { every }, day: { every, at }, cron: { every, cron: cron.trim() } }[
    every
  ];
  const parsed = asked === null ? null : scheduleSchema.safeParse(asked);
  const schedule = parsed?.success ? parsed.data : null;
  const coming = schedule ? nextRuns(schedule, timeZone, openedAt) : [];
  const isWrong = every !== 'never' && (schedule === null || coming === null || coming.length === 0);
  return (
    <FormDialog
      title={title}
      verb={t('save')}
      size="s"
      onClose={onClose}
      isPending={save.isPending}
      isDisabled={isWrong}
      error={save.error}
      onSubmit={() =>
        save.mutate(schedule, {
          onSuccess: () => {
            toast({ tone: 'ok', text: saved });
            onClose();
          },
        })
      }
    >
      <RadioGroup
        label={t('when')}
        options={[
          { id: 'never', text: t('choices.never') },
          { id: 'hour', text: t('choices.hour') },
          { id: 'day', text: t('choices.day') },
          { id: 'cron', text: t('choices.cron') },
        ]}
        value={every}
        onChange={setEvery}
      />
      {every === 'day' && (
        <TextField
          label={t('at')}
          help={t('inZone', { zone: timeZone })}
          type="time"
          value={at}
          onChange={setAt}
          className="w-40"
          error={isWrong ? t('atWrong') : undefined}
        />
      )}
      {every === 'cron' && (
        <TextField
          label={t('cron')}
          help={t('cronHelp', { zone: timeZone })}
          value={cron}
          onChange={setCron}
          mono
          error={isWrong ? t('cronWrong') : undefined}
        />
      )}
      {coming !== null && coming.length > 0 && (
        <div>
          <p className="text-ink-soft text-sm">{t('coming')}</p>
          <ul className="tabular">
            {coming.map((instant) => (
              <li key={instant.getTime()}>{format.instant(instant)}</li>
            ))}
          </ul>
        </div>
      )}
    </FormDialog>
  );
}
