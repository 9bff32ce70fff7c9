'use client';

import { useTranslations } from 'next-intl';
import { DatePicker } from '@/components/ui/date-picker';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { type EventWindow, formatDay, localDay } from '@/rules-engine/index';
import type { ParamPath } from '../document/command';
import { type HowChanged, useParam } from '../inspector/node-form';
import { useRule } from '../rule/rule-context';
import { UnitSelect } from '../values/date-values';

interface Props {
  window: EventWindow;
  path: ParamPath;
  onChange: (window: EventWindow, how: HowChanged) => void;
}

const kinds = ['last', 'between', 'allTime'] as const;

/** When the events happened: lately, between two days, or ever. */
export function WindowField({ window, path, onChange }: Props) {
  const t = useTranslations('editor.conditions');
  const { environment } = useRule();
  const { error, isDisabled } = useParam(path);
  const count = useParam([...path, 'n']);
  const today = formatDay(localDay(environment.asOf, environment.timeZone));
  const starts: Record<EventWindow['kind'], () => EventWindow> = {
    last: () => ({ kind: 'last', n: 90, unit: 'days' }),
    between: () => ({ kind: 'between', from: today, to: today }),
    allTime: () => ({ kind: 'allTime' }),
  };
  return (
    <fieldset aria-label={t('window')} className="flex flex-wrap items-start gap-2">
      <Select
        aria-label={t('window')}
        className="min-w-24 flex-1"
        options={kinds.map((id) => ({ id, text: t(`windows.${id}`) }))}
        value={window.kind}
        onChange={(kind) => kind !== window.kind && onChange(starts[kind](), 'choose')}
        error={error}
        isDisabled={isDisabled}
      />
      {window.kind === 'last' && (
        <>
          <NumberField
            aria-label={t('windowLength')}
            value={window.n}
            onChange={(n) => n !== null && onChange({ kind: 'last', n, unit: window.unit }, 'type')}
            minValue={1}
            maxValue={10_000}
            step={1}
            error={count.error}
            isDisabled={isDisabled}
            className="w-20"
          />
          <UnitSelect
            unit={window.unit}
            onChange={(unit) => onChange({ kind: 'last', n: window.n, unit }, 'choose')}
            isDisabled={isDisabled}
          />
        </>
      )}
      {window.kind === 'between' && (
        <div className="flex w-full flex-col gap-2">
          {(['from', 'to'] as const).map((end) => (
            <DatePicker
              key={end}
              label={t(end)}
              value={window[end]}
              onChange={(day) => day !== null && onChange({ ...window, [end]: day }, 'type')}
              isDisabled={isDisabled}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}
