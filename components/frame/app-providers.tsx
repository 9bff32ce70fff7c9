'use client';

import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { QueryProvider } from '@/components/data-client/query-provider';
import { Toasts } from '@/components/ui/toast';
import type { Preferences } from '@/lib/i18n/preferences';
import type { Theme } from '@/lib/i18n/themes';
import { PreferencesProvider } from './preferences-context';

interface Props {
  theme: Theme;
  savePreferences: (change: Preferences) => Promise<void>;
  children: ReactNode;
}

/** What every page stands in, signed in or not: language, links without reload, reads and writes, toasts. */
export function AppProviders({ theme, savePreferences, children }: Props) {
  const router = useRouter();
  const locale = useLocale();
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={router.push}>
        <QueryProvider>
          <PreferencesProvider theme={theme} save={savePreferences}>
            {children}
            <Toasts />
          </PreferencesProvider>
        </QueryProvider>
      </RouterProvider>
    </I18nProvider>
  );
}
