'use client';

import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useUrlParams } from '@/components/ui/use-url-params';

const storageKey = 'tagloom-member-columns';
const standard = 'identities,tags';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function remembered(): string {
  try {
    return localStorage.getItem(storageKey) ?? standard;
  } catch {
    return standard;
  }
}

/** The columns of the members page: those of the URL, else the person's last choice. */
export function useColumnChoice(): [readonly string[], (paths: readonly string[]) => void] {
  const [params, setParams] = useUrlParams();
  const last = useSyncExternalStore(subscribe, remembered, () => standard);
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
