'use client';

import { useTranslations } from 'next-intl';
import { Checkbox } from '@/components/ui/checkbox';
import { NumberField } from '@/components/ui/number-field';
import { Select } from '@/components/ui/select';
import { encodings, type FileSpec, fileFormats } from '@/lib/contracts/import-mapping';
import { delimiterNames, encodingNames } from './file-names';

interface Props {
  file: FileSpec;
  /** Of a workbook: its sheets. */
  sheets: readonly string[];
  onChange: (file: FileSpec) => void;
}

const delimiters = [',', ';', '|'] as const;
/** A text can't be read as a workbook, nor the other way round. */
const textFormats = fileFormats.filter((format) => format !== 'xlsx');

/** How the file is read: format, encoding, what separates the columns, which lines are no rows, where their names are. */
export function FileSettings({ file, sheets, onChange }: Props) {
  const t = useTranslations('imports.file');
  const { format } = file;
  const isTable = format !== 'ndjson' && format !== 'json';
  return (
    <div className="flex flex-wrap items-start gap-3">
      {format === 'xlsx' ? (
        <Select
          label={t('sheet')}
          className="w-48"
          options={sheets.map((id) => ({ id, text: id }))}
          value={file.sheet ?? sheets[0] ?? null}
          // Another sheet has a layout of its own.
          onChange={(sheet) => onChange({ ...file, sheet, skip: 0, footerCells: 0 })}
        />
      ) : (
        <>
          <Select
            label={t('format')}
            className="w-40"
            options={textFormats.map((id) => ({ id, text: t(`formats.${id}`) }))}
            value={format}
            onChange={(next) => onChange({ ...file, format: next })}
          />
          <Select
            label={t('encoding')}
            className="w-36"
            options={encodings.map((id) => ({ id, text: encodingNames[id] }))}
            value={file.encoding}
            onChange={(encoding) => onChange({ ...file, encoding })}
          />
        </>
      )}
      {format === 'csv' && (
        <Select
          label={t('delimiter')}
          className="w-32"
          options={delimiters.map((id) => ({ id, text: t(`delimiters.${delimiterNames[id]}`) }))}
          value={file.delimiter}
          onChange={(delimiter) => onChange({ ...file, delimiter })}
        />
      )}
      {format !== 'json' && (
        <NumberField
          label={t('skip')}
          help={t('skipHelp')}
          className="w-44"
          minValue={0}
          maxValue={1_000}
          value={file.skip}
          onChange={(skip) => onChange({ ...file, skip: skip ?? 0 })}
        />
      )}
      {isTable && (
        <NumberField
          label={t('footerCells')}
          help={t('footerCellsHelp')}
          className="w-56"
          minValue={0}
          maxValue={100}
          value={file.footerCells}
          onChange={(footerCells) => onChange({ ...file, footerCells: footerCells ?? 0 })}
        />
      )}
      {isTable && (
        <Checkbox
          className="pt-7"
          isSelected={file.header}
          onChange={(header) => onChange({ ...file, header })}
        >
          {t('header')}
        </Checkbox>
      )}
    </div>
  );
}
