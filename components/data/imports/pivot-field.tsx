'use client';

import { useTranslations } from 'next-intl';
import { NumberField } from '@/components/ui/number-field';
import { pivotOf, withPivot } from '@/lib/contracts/date-pattern';

interface Props {
  format: string;
  onChange: (format: string) => void;
}

/** Which hundred years the two digits of a pattern mean; nothing for years of four digits. */
export function PivotField({ format, onChange }: Props) {
  const t = useTranslations('imports.value');
  const pivot = pivotOf(format);
  if (pivot === null) return null;
  return (
    <NumberField
      label={t('pivot')}
      help={t('pivotHelp', { from: String(pivot), to: String(pivot + 99) })}
      className="w-36"
      minValue={1850}
      maxValue={2100}
      formatOptions={{ useGrouping: false }}
      value={pivot}
      onChange={(year) => year !== null && onChange(withPivot(format, year))}
    />
  );
}
