'use client';

import { useTranslations } from 'next-intl';
import { DatePicker } from '@/components/ui/date-picker';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { type Unit, units } from '@/rules-engine/index';
import { record } from '../conditions/shapes';
import { numberOf, textOf, type ValueProps } from './value-props';

/** One day. */
export function OneDay({ value, type, label, error, isDisabled }: ValueProps) {
  return (
    <DatePicker
      aria-label={label}
      value={textOf(value) || null}
      onChange={(next) => type(next ?? undefined)}
      error={error}
      isDisabled={isDisabled}
    />
  );
}

/** A number of units: `180 days`. Of a calendar day there are no hours. */
export function SpanValue({ value, choose, type, kind, label, error, partError, isDisabled }: ValueProps) {
  const t = useTranslations('editor.values');
  const span = record(value);
  return (
    <fieldset aria-label={label} className="flex items-start gap-1.5">
      <NumberField
        aria-label={t('howMany')}
        value={numberOf(span.n)}
        onChange={(n) => type({ ...span, n: n ?? undefined })}
        minValue={0}
        maxValue={10_000}
        step={1}
        error={partError('n') ?? error}
        isDisabled={isDisabled}
        className="w-24"
      />
      <UnitSelect
        unit={span.unit}
        hasHours={!kind.types.includes('day')}
        onChange={(unit) => choose({ ...span, unit })}
        error={partError('unit')}
        isDisabled={isDisabled}
      />
    </fieldset>
  );
}

export function UnitSelect({
  unit,
  hasHours = true,
  onChange,
  error,
  isDisabled,
}: {
  unit: unknown;
  hasHours?: boolean;
  onChange: (unit: Unit) => void;
  error?: string;
  isDisabled: boolean;
}) {
  const t = useTranslations('editor.values');
  return (
    <Select
      aria-label={t('unit')}
      options={units.filter((id) => hasHours || id !== 'hours').map((id) => ({ id, text: t(`units.${id}`) }))}
      value={units.find((candidate) => candidate === unit) ?? null}
      onChange={onChange}
      error={error}
      isDisabled={isDisabled}
      className="min-w-20 flex-1"
    />
  );
}

/** A number of days. */
export function DaysValue({ value, type, label, error, isDisabled }: ValueProps) {
  const t = useTranslations('editor.values');
  return (
    <NumberField
      aria-label={label}
      value={numberOf(value)}
      onChange={(n) => type(n ?? undefined)}
      minValue={0}
      maxValue={366}
      step={1}
      unit={t('units.days')}
      error={error}
      isDisabled={isDisabled}
    />
  );
}

const months = ['asOf', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** A month of the year, or that of the as-of. */
export function MonthValue({ value, choose, label, error, isDisabled }: ValueProps) {
  const t = useTranslations('editor.values');
  return (
    <Select
      aria-label={label}
      options={months.map((id) => ({ id, text: t(`months.${id}`) }))}
      value={months.find((month) => month === String(value)) ?? null}
      onChange={(month) => choose(month === 'asOf' ? month : Number(month))}
      error={error}
      isDisabled={isDisabled}
    />
  );
}
