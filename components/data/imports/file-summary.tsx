'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FileSpec } from '@/lib/contracts/import-mapping';
import type { FileLook } from '@/lib/contracts/imports';
import { delimiterNames, encodingNames } from './file-names';

/** One line that says how a file is read: “CSV, comma, GBK, header in line 5, 2 footer lines left out”. */
export function useFileSummary(): (file: FileSpec, look: FileLook) => string {
  const t = useTranslations('imports.file');
  return useCallback(
    (file, { isPacked, sheets, leftOut }) => {
      const { format, header, delimiter, encoding, skip, sheet } = file;
      const isTable = format !== 'ndjson' && format !== 'json';
      const parts = [
        t(`formats.${format}`),
        format === 'csv' && t(`delimiters.${delimiterNames[delimiter]}`),
        format === 'xlsx' ? t('summary.sheet', { name: sheet ?? sheets[0] ?? '' }) : encodingNames[encoding],
        isPacked && t('summary.packed'),
        isTable &&
          (header ? t('summary.header', { line: skip + 1 }) : t('summary.noHeader', { line: skip + 1 })),
        leftOut.after > 0 && t('summary.footer', { n: leftOut.after }),
      ];
      return parts.filter((part) => part !== false).join(t('summary.comma'));
    },
    [t],
  );
}
