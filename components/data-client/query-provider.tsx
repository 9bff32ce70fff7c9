'use client';

import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { toast } from '@/components/ui/toast';
import { type Locale, textKey } from '@/lib/i18n/locales';
import { ApiError } from './api-error';

declare module '@tanstack/react-query' {
  interface Register {
    /** `ownError`: the form shows the failure itself; otherwise a toast does. */
    mutationMeta: { ownError?: boolean };
  }
}

function createClient(locale: () => Locale): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the server refused it refuses again; only a missing or broken answer is worth another try.
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
        retryDelay: (failures) => Math.random() * 1000 * 2 ** failures,
      },
    },
    mutationCache: new MutationCache({
      onError: (error, _input, _context, mutation) => {
        if (mutation.meta?.ownError) return;
        toast({
          tone: 'danger',
          text: error instanceof ApiError ? error.text[textKey(locale())] : error.message,
        });
      },
    }),
  });
}

/** Reads and writes of the pages: cached, aborted when nobody looks any more, failures of writes in a toast. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const [current] = useState({ locale });
  current.locale = locale;
  const [client] = useState(() => createClient(() => current.locale));
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
