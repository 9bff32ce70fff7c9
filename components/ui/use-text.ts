'use client';

import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { localText } from '@/lib/i18n/locales';

/** Picks the page's language from a bilingual text. */
export function useText(): (text: { zh: string; en: string }) => string {
  const locale = useLocale();
  return useCallback((text) => localText(text, locale), [locale]);
}
