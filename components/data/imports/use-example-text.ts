'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { useFormat } from '@/components/ui/use-format';
import type { ValueSpec } from '@/lib/contracts/import-mapping';
import { readAs } from './read-as';

/**
 * What a cell was read as, in words that can't be taken for another value: the month by its name, the currency of what the
 * column becomes (`target`), whatever was guessed.
 */
export function useExampleText(): (shown: number | string, guess: ValueSpec, target: ValueSpec) => string {
  const format = useFormat();
  const locale = useLocale();
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    const minute = new Intl.DateTimeFormat(locale, {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: 'UTC',
    });
    return (shown, guess, target) => {
      if (typeof shown === 'string')
        return shown.includes('T') ? minute.format(new Date(`${shown}Z`)) : day.format(new Date(shown));
      const value = readAs(shown, guess, target);
      return target.type === 'money' ? format.money(value, target.currency) : format.number(value, 10);
    };
  }, [format, locale]);
}
