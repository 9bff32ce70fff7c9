'use client';

import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

/** True where the canvas has too little room. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
    () => false,
  );
}
