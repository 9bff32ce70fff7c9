'use client';

import { useTranslations } from 'next-intl';
import { Slider } from '@/components/ui/slider';
import { useFieldValues } from './use-field-values';
import type { ValueProps } from './value-props';

interface Props extends Pick<ValueProps, 'kind' | 'scope' | 'label' | 'isDisabled'> {
  value: number | null;
  onChange: (value: number) => void;
}

/** Steps from one end of what the data holds to the other, about. */
const steps = 200;

/** A threshold dragged between the least and the greatest value that the field has; nothing where they aren't known. */
export function ThresholdSlider({ value, onChange, kind, scope, label, isDisabled }: Props) {
  const t = useTranslations('editor.values');
  const range = useFieldValues(kind.field?.path ?? null, scope)?.range;
  if (typeof range?.min !== 'number' || typeof range.max !== 'number') return null;
  const step = stepOf(range.min, range.max);
  // Ends on whole steps, so that the values on the way are round.
  const min = Math.floor(range.min / step) * step;
  const max = Math.ceil(range.max / step) * step;
  if (max <= min) return null;
  return (
    <Slider
      label={t('slide', { label })}
      value={value ?? min}
      min={min}
      max={max}
      step={step}
      onChange={onChange}
      isDisabled={isDisabled}
    />
  );
}

/** 1, 2 or 5 times a power of ten; at least 1, since thresholds between whole numbers are typed. */
function stepOf(min: number, max: number): number {
  const rough = (max - min) / steps;
  if (rough <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power;
}
