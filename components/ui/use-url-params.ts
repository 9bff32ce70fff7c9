'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

type Change = Record<string, string | null | undefined>;

/**
 * The parameters of the URL, and a function that changes some of them: null or '' takes one away. `push` makes a
 * step that Back undoes; without it the entry is replaced, as for what is typed.
 */
export function useUrlParams(): [URLSearchParams, (change: Change, how?: 'push' | 'replace') => void] {
  const params = useSearchParams();
  const path = usePathname();
  const change = useCallback(
    (changes: Change, how: 'push' | 'replace' = 'replace') => {
      // Read anew: two changes in one tick build on each other.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      const url = next.size > 0 ? `${path}?${next}` : path;
      if (how === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [path],
  );
  return [params, change];
}
