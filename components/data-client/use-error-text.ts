'use client';

import { useLocale } from 'next-intl';
import { useCallback } from 'react';
import { textKey } from '@/lib/i18n/locales';
import { ApiError, brokenAnswerText } from './api-error';

/** The sentence of a failed request in the page's language. */
export function useErrorText(): (error: unknown) => string {
  const key = textKey(useLocale());
  return useCallback((error) => (error instanceof ApiError ? error.text[key] : brokenAnswerText[key]), [key]);
}
