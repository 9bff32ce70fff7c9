'use client';

import { useTranslations } from 'next-intl';
import { Select } from '@/components/ui/select';
import { DEFAULT_NUMBER_FORMAT, type NumberFormat, numberFormats } from '@/lib/contracts/number-format';

interface Props {
  value: NumberFormat | undefined;
  onChange: (format: NumberFormat) => void;
}

/** Which marks the numbers of a column have, by an example. */
export function NumberFormatField({ value, onChange }: Props) {
  const t = useTranslations('imports.value');
  return (
    <Select
      label={t('numberFormat')}
      className="w-32"
      options={numberFormats.map((id) => ({ id, text: id }))}
      value={value ?? DEFAULT_NUMBER_FORMAT}
      onChange={onChange}
    />
  );
}
