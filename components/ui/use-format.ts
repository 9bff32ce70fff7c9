'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { createFormatter, type Formatter } from '@/lib/i18n/format';
import { useWorkspace } from './workspace-context';

/** Numbers, money and instants as this page writes them: its language, the workspace's zone and currency. */
export function useFormat(): Formatter {
  const locale = useLocale();
  const { timeZone, currency } = useWorkspace();
  return useMemo(() => createFormatter({ locale, timeZone, currency }), [locale, timeZone, currency]);
}
