'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/ui/use-format';
import type { ValueSpec } from '@/lib/contracts/import-mapping';

/** What a cell was read as, in words that can't be taken for another value: the month by its name. */
export function useExampleText(): (shown: number | string, value: ValueSpec) => string {
  const format = useFormat();
  const locale = useLocale();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const minute = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    return (shown, value) => {
      if (typeof shown === 'string')
        return shown.includes('T') ? minute.format(new Date(`${shown}Z`)) : day.format(new Date(shown));
      return value.type === 'money' ? format.money(shown, value.currency) : format.number(shown, 10);
    };
  }, [format, locale]);
}
