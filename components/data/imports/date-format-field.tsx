'use client';

import { useTranslations } from 'next-intl';
import { ComboBox } from '@/components/ui/combo-box';
import { dateFormatSchema } from '@/lib/contracts/import-mapping';

interface Props {
  value: string;
  onChange: (format: string) => void;
}

const named = ['iso', 'epoch-seconds', 'epoch-milliseconds'] as const;
const patterns = [
  'YYYYMMDD',
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY-MM-DD HH:mm:ss',
  'YYYY/MM/DD HH:mm',
  'YYYY年MM月DD日',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
];

/** How a date is written: a common way, or a pattern that is typed. */
export function DateFormatField({ value, onChange }: Props) {
  const t = useTranslations('imports.value');
  const options = [
    ...patterns.map((id) => ({ id, text: id })),
    ...named.map((id) => ({ id, text: t(`dateFormats.${id}`) })),
  ];
  return (
    <ComboBox
      label={t('dateFormat')}
      className="w-52"
      allowsCustom
      options={options}
      value={value}
      onChange={(format) => format && onChange(format)}
      error={!dateFormatSchema.safeParse(value).success && t('dateFormatError')}
    />
  );
}
