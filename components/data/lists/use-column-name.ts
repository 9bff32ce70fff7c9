'use client';

import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { FileSpec } from '@/lib/contracts/import-mapping';

/** What a column is called on the screen: without a header line columns have numbers, not names. */
export function useColumnName({ header }: FileSpec): (name: string) => string {
  const t = useTranslations('lists.new');
  return useCallback(
    (name) => {
      const numbered = header ? null : /^column_(\d+)$/.exec(name);
      return numbered ? t('columnNumber', { n: numbered[1] ?? '' }) : name;
    },
    [header, t],
  );
}
