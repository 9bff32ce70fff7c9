'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { encodings, type FileSpec, fileFormats } from '@/lib/contracts/import-mapping';

interface Props {
  file: FileSpec;
  onChange: (file: FileSpec) => void;
}

const encodingNames: Record<(typeof encodings)[number], string> = {
  'utf-8': 'UTF-8',
  gbk: 'GBK',
  gb18030: 'GB 18030',
  'utf-16le': 'UTF-16',
};
const delimiters = [',', ';', '|'] as const;

/** How the file is read: format, encoding, what separates the columns, whether the first line names them. */
export function FileSettings({ file, onChange }: Props) {
  const t = useTranslations('imports.file');
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Select
        label={t('format')}
        className="w-40"
        options={fileFormats.map((id) => ({ id, text: t(`formats.${id}`) }))}
        value={file.format}
        onChange={(format) => onChange({ ...file, format })}
      />
      <Select
        label={t('encoding')}
        className="w-32"
        options={encodings.map((id) => ({ id, text: encodingNames[id] }))}
        value={file.encoding}
        onChange={(encoding) => onChange({ ...file, encoding })}
      />
      {file.format === 'csv' && (
        <Select
          label={t('delimiter')}
          className="w-32"
          options={delimiters.map((id) => ({ id, text: t(`delimiters.${delimiterNames[id]}`) }))}
          value={file.delimiter}
          onChange={(delimiter) => onChange({ ...file, delimiter })}
        />
      )}
      {file.format !== 'ndjson' && (
        <Checkbox
          className="pb-1"
          isSelected={file.header}
          onChange={(header) => onChange({ ...file, header })}
        >
          {t('header')}
        </Checkbox>
      )}
    </div>
  );
}

const delimiterNames: Record<(typeof delimiters)[number], 'comma' | 'semicolon' | 'bar'> = {
  ',': 'comma',
  ';': 'semicolon',
  '|': 'bar',
};
