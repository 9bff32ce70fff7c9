'use client';

import { useEffect, useState } from 'react';

/** The value once it has stood still for `ms`: what is typed is asked of the server when typing pauses. */
export function useDebounced<T>(value: T, ms = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
