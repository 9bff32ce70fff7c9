'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { api } from '@/components/data-client/api';
import { useDebounced } from '@/components/ui/use-debounced';
import { type CountsAnswer, countsAnswerSchema, type PortCount } from '@/lib/contracts/counts';
import { type PortKey, portKey } from '@/rules-engine/index';
import { useEditor, useView } from '../state/editor-context';
import { useRule } from './rule-context';

/** The numbers at the ports. */
export interface Counts {
  answer: CountsAnswer | null;
  /** The numbers are those of the drawing before: new ones are on their way, or could not be had. */
  isStale: boolean;
  isCounting: boolean;
  error: unknown;
  recount(): void;
}

const CountsContext = createContext<Counts | null>(null);

/** Quiet time after an edit before it is counted. */
const quiet = 250;

export function CountsProvider({ children }: { children: ReactNode }) {
  const { definition } = useEditor();
  const rule = useRule();
  const asked = useDebounced(rule, quiet);
  const asOf = useView((view) => view.asOf);
  const query = useQuery({
    queryKey: ['counts', definition.id, asOf, asked.key],
    // Another drawing has another key, and with it another signal: what was superseded stops on the server too.
    queryFn: ({ signal }) =>
      api(countsAnswerSchema, '/api/counts', {
        method: 'POST',
        body: { graph: asked.graph, asOf: asOf ?? undefined, definition: definition.id },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
  const { data, isPlaceholderData, isFetching, error, refetch } = query;
  const isStale = isPlaceholderData || asked.key !== rule.key || (error !== null && data !== undefined);
  const counts = useMemo<Counts>(
    () => ({ answer: data ?? null, isStale, isCounting: isFetching, error, recount: () => void refetch() }),
    [data, isStale, isFetching, error, refetch],
  );
  return <CountsContext value={counts}>{children}</CountsContext>;
}

export function useCounts(): Counts {
  const counts = useContext(CountsContext);
  if (!counts) throw new Error('useCounts needs a CountsProvider above it.');
  return counts;
}

/** The number at a port; null when it isn't known. */
export function countAt(answer: CountsAnswer | null, node: string, port: string): PortCount | null {
  const key: PortKey = portKey(node, port);
  return (answer && Object.hasOwn(answer.ports, key) && answer.ports[key]) || null;
}
