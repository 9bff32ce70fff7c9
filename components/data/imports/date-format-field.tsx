'use client';

import { useTranslations } from 'next-intl';
import { ComboBox } from '@/components/ui/combo-box';
import { dateFormatSchema, dayFormatSchema, namedDateFormats } from '@/lib/contracts/import-mapping';
import { PivotField } from './pivot-field';

interface Props {
  value: string;
  /** A calendar date: no count of seconds, which would need a zone. */
  isDayAlone?: boolean;
  onChange: (format: string) => void;
}

const patterns = [
  'YYYYMMDD',
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYY-MM-DD HH:mm:ss',
  'YYYY/MM/DD HH:mm',
  'YYYY年MM月DD日',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD/MM/YYYY HH:mm',
  'MM/DD/YYYY HH:mm',
  'MM/DD/YYYY hh:mm A',
  'DD/MM/YY(1970)',
  'MM/DD/YY(1970)',
  'DD.MM.YYYY',
  'DD-MMM-YYYY',
];

/** How a date is written: a common way, or a pattern that is typed. */
export function DateFormatField({ value, isDayAlone = false, onChange }: Props) {
  const t = useTranslations('imports.value');
  const schema = isDayAlone ? dayFormatSchema : dateFormatSchema;
  const options = [
    ...patterns.map((id) => ({ id, text: id })),
    ...namedDateFormats.map((id) => ({ id, text: t(`dateFormats.${id}`) })),
  ].filter(({ id }) => schema.safeParse(id).success);
  return (
    <>
      <ComboBox
        label={t('dateFormat')}
        className="w-64"
        allowsCustom
        options={options}
        value={value}
        onChange={(format) => format && onChange(format)}
        error={!schema.safeParse(value).success && t('dateFormatError')}
      />
      <PivotField format={value} onChange={onChange} />
    </>
  );
}
