'use client';

import { useTranslations } from 'next-intl';
import { DatePicker } from '@/components/ui/date-picker';
import { record } from '../conditions/shapes';
import { AmountField } from './amount-field';
import { numberOf, textOf, type ValueProps } from './value-props';

/** From one number to another, both included. */
export function NumberRange({ value, type, kind, label, error, partError, isDisabled }: ValueProps) {
  const t = useTranslations('editor.values');
  const range = record(value);
  return (
    <fieldset aria-label={label} className="flex flex-col gap-1.5">
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="flex items-start gap-2">
          <span className="w-8 shrink-0 pt-1.5 text-ink-faint text-sm">{t(end)}</span>
          <AmountField
            value={numberOf(range[end])}
            onChange={(next) => type({ ...range, [end]: next ?? undefined })}
            kind={kind}
            label={t(end)}
            error={partError(end) ?? (end === 'to' ? error : undefined)}
            isDisabled={isDisabled}
            className="flex-1"
          />
        </div>
      ))}
    </fieldset>
  );
}

/** From one day to another, both included. */
export function DayRange({ value, type, label, error, partError, isDisabled }: ValueProps) {
  const t = useTranslations('editor.values');
  const range = record(value);
  return (
    <fieldset aria-label={label} className="flex flex-col gap-1.5">
      {(['from', 'to'] as const).map((end) => (
        <div key={end} className="flex items-start gap-2">
          <span className="w-8 shrink-0 pt-1.5 text-ink-faint text-sm">{t(end)}</span>
          <DatePicker
            aria-label={t(end)}
            value={textOf(range[end]) || null}
            onChange={(next) => type({ ...range, [end]: next ?? undefined })}
            error={partError(end) ?? (end === 'to' ? error : undefined)}
            isDisabled={isDisabled}
            className="flex-1"
          />
        </div>
      ))}
    </fieldset>
  );
}
