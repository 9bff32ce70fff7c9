'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useCallback, useContext, useState, useTransition } from 'react';
import type { Preferences } from '@/lib/i18n/preferences';
import type { Theme } from '@/lib/i18n/themes';

interface Value {
  theme: Theme;
  /** Takes effect at once and is kept in this browser. */
  choose: (change: Preferences) => void;
  isPending: boolean;
}

const PreferencesContext = createContext<Value>({ theme: 'system', choose: () => {}, isPending: false });

interface Props {
  theme: Theme;
  save: (change: Preferences) => Promise<void>;
  children: ReactNode;
}

export function PreferencesProvider({ theme: initial, save, children }: Props) {
  const router = useRouter();
  const [theme, setTheme] = useState(initial);
  const [isPending, startTransition] = useTransition();
  const choose = useCallback(
    (change: Preferences) => {
      if (change.theme) {
        document.documentElement.dataset.theme = change.theme;
        setTheme(change.theme);
      }
      startTransition(async () => {
        await save(change);
        if (change.locale) router.refresh();
      });
    },
    [save, router],
  );
  return <PreferencesContext value={{ theme, choose, isPending }}>{children}</PreferencesContext>;
}

export function usePreferences(): Value {
  return useContext(PreferencesContext);
}
