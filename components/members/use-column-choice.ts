'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useUrlParams } from '@/components/ui/use-url-params';
import { standardColumns } from './member-keys';

const storageKey = 'tagloom-member-columns';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): string {
  try {
    return localStorage.getItem(storageKey) ?? standardColumns;
  } catch {
    return standardColumns;
  }
}

/** The columns of the members page: those of the URL, else the person's last choice. */
export function useColumnChoice(): [readonly string[], (paths: readonly string[]) => void] {
  const [params, setParams] = useUrlParams();
  const last = useSyncExternalStore(subscribe, remembered, () => standardColumns);
  const text = params.get('columns') ?? last;
  const paths = useMemo(() => text.split(',').filter(Boolean), [text]);
  const choose = useCallback(
    (chosen: readonly string[]) => {
      const joined = chosen.join(',');
      try {
        localStorage.setItem(storageKey, joined);
      } catch {
        // A browser that keeps nothing still has the URL.
      }
      for (const listener of listeners) listener();
      setParams({ columns: joined || 'identities' });
    },
    [setParams],
  );
  return [paths, choose];
}
