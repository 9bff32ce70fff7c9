'use client';

import { useTranslations } from 'next-intl';
import { DatePicker } from '@/components/ui/date-picker';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { useWorkspace } from '@/components/ui/workspace-context';
import { type EventWindow, units } from '@/rules-engine/index';
import { windowOf } from './metric-draft';

interface Props {
  window: EventWindow;
  onChange: (window: EventWindow) => void;
  isDisabled: boolean;
}

const kinds = ['last', 'between', 'allTime'] as const;

/** When the events happened: lately, between two days, or ever. */
export function WindowFields({ window, onChange, isDisabled }: Props) {
  const t = useTranslations('metrics.window');
  const { timeZone } = useWorkspace();
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ink-soft text-sm">{t('title')}</legend>
      <div className="flex flex-wrap items-start gap-2">
        <Select
          aria-label={t('title')}
          className="w-32"
          options={kinds.map((id) => ({ id, text: t(`kinds.${id}`) }))}
          value={window.kind}
          onChange={(kind) => kind !== window.kind && onChange(windowOf(kind, Date.now(), timeZone))}
          isDisabled={isDisabled}
        />
        {window.kind === 'last' && (
          <>
            <NumberField
              aria-label={t('length')}
              className="w-24"
              minValue={1}
              maxValue={10_000}
              step={1}
              value={window.n}
              onChange={(n) => n !== null && onChange({ kind: 'last', n, unit: window.unit })}
              isDisabled={isDisabled}
            />
            <Select
              aria-label={t('unit')}
              className="w-24"
              options={units.map((id) => ({ id, text: t(`units.${id}`) }))}
              value={window.unit}
              onChange={(unit) => onChange({ kind: 'last', n: window.n, unit })}
              isDisabled={isDisabled}
            />
          </>
        )}
        {window.kind === 'between' &&
          (['from', 'to'] as const).map((end) => (
            <DatePicker
              key={end}
              aria-label={t(end)}
              className="w-40"
              value={window[end]}
              onChange={(day) => day !== null && onChange({ ...window, [end]: day })}
              isDisabled={isDisabled}
            />
          ))}
      </div>
    </fieldset>
  );
}
