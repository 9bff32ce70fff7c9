'use client';

import { useTranslations } from 'next-intl';
import { ComboBox } from '@/components/ui/combo-box';
import { dateFormatSchema, dayFormatSchema } from '@/lib/contracts/import-mapping';

interface Props {
  value: string;
  /** A calendar day: written without a time. */
  isDayAlone?: boolean;
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
export function DateFormatField({ value, isDayAlone = false, onChange }: Props) {
  const t = useTranslations('imports.value');
  const schema = isDayAlone ? dayFormatSchema : dateFormatSchema;
  const options = [
    ...patterns.map((id) => ({ id, text: id })),
    ...(isDayAlone ? [] : named.map((id) => ({ id, text: t(`dateFormats.${id}`) }))),
  ].filter(({ id }) => schema.safeParse(id).success);
  return (
    <ComboBox
      label={t('dateFormat')}
      className="w-52"
      allowsCustom
      options={options}
      value={value}
      onChange={(format) => format && onChange(format)}
      error={!schema.safeParse(value).success && t('dateFormatError')}
    />
  );
}
