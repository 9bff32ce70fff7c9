'use client';

import { createContext, type ReactNode, useCallback, useContext, useEffect, useId, useState } from 'react';

type Tell = (input: string, isUnfinished: boolean) => void;

const TellContext = createContext<Tell | null>(null);
const AnyContext = createContext(false);

/**
 * Knows whether an input below it shows something that isn't a value yet: a lone minus, half a date, a word that an input
 * method is still composing. What shows how far things are saved asks it, so that it doesn't speak for what isn't.
 */
export function UnfinishedInputs({ children }: { children: ReactNode }) {
  const [unfinished, setUnfinished] = useState<ReadonlySet<string>>(new Set());
  // One may stand in another: what is unfinished in the inner one is so in the outer one.
  useTellUnfinished(unfinished.size > 0);
  const tell = useCallback<Tell>((input, isUnfinished) => {
    setUnfinished((before) => {
      if (before.has(input) === isUnfinished) return before;
      const after = new Set(before);
      if (isUnfinished) after.add(input);
      else after.delete(input);
      return after;
    });
  }, []);
  return (
    <TellContext value={tell}>
      <AnyContext value={unfinished.size > 0}>{children}</AnyContext>
    </TellContext>
  );
}

/** Says of an input that what it shows isn't a value yet; where nobody asks, nothing happens. */
export function useTellUnfinished(isUnfinished: boolean): void {
  const input = useId();
  const tell = useContext(TellContext);
  useEffect(() => {
    if (!tell || !isUnfinished) return;
    tell(input, true);
    return () => tell(input, false);
  }, [tell, input, isUnfinished]);
}

export function useHasUnfinished(): boolean {
  return useContext(AnyContext);
}
