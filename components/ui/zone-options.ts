'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import type { Option } from './select';

/** Every IANA zone by the name of its city, with what it is ahead of UTC now. */
export function useZoneOptions(): Option[] {
  const locale = useLocale();
  return useMemo(() => {
    const now = new Date();
    return [...new Set(['Asia/Shanghai', 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => {
      const parts = (style: 'longOffset' | 'longGeneric') =>
        new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style })
          .formatToParts(now)
          .find(({ type }) => type === 'timeZoneName')?.value ?? '';
      const name = parts('longGeneric');
      return { id: zone, text: zone, detail: `${name} ${parts('longOffset')}`, search: name };
    });
  }, [locale]);
}

/** Every currency by its code, with its name in the page's language. */
export function useCurrencyOptions(): Option[] {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency' });
    const codes = new Set(['CNY', 'USD', 'EUR', 'HKD', 'JPY', ...Intl.supportedValuesOf('currency')]);
    return [...codes].map((code) => {
      const name = names.of(code) ?? code;
      return { id: code, text: code, detail: name, search: name };
    });
  }, [locale]);
}
