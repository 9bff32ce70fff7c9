'use client';

import { keepPreviousData, useIsFetching, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { api } from '@/components/data-client/api';
import { type CountsAnswer, countsAnswerSchema, type PortCount } from '@/lib/contracts/counts';
import { type PortKey, portKey } from '@/rules-engine/index';
import { useEditor, useView } from '../state/editor-context';
import { type Rule, useRule } from './rule-context';

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

/**
 * Quiet time after an edit before it is counted, the time after which an estimate is asked for meanwhile, and after which
 * numbers that cost nothing, or soon will, are asked for again: the data moves too.
 */
const waits = { quiet: 250, patience: 800, live: 3_000 };

export function CountsProvider({ children }: { children: ReactNode }) {
  const rule = useRule();
  const [isQuick, setQuick] = useState(false);
  const asked = useAsked(rule, isQuick);
  const exact = useCountQuery(asked, false, true, isQuick);
  const engine = exact.data?.engine;
  useEffect(() => setQuick(engine === 'mirror'), [engine]);
  const isKnown = exact.data !== undefined && !exact.isPlaceholderData;
  const isSlow = useSlow(asked.key, !isKnown && exact.isFetching);
  const estimate = useCountQuery(asked, true, isSlow);
  const isEstimated = !isKnown && estimate.data !== undefined && !estimate.isPlaceholderData;

  const { data: last, error, isFetching, refetch } = exact;
  const answer = (isEstimated ? estimate.data : last) ?? null;
  const isStale = !(isKnown || isEstimated) || asked.key !== rule.key || error !== null;
  const counts = useMemo<Counts>(
    () => ({ answer, isStale, isCounting: isFetching, error, recount: () => void refetch() }),
    [answer, isStale, isFetching, error, refetch],
  );
  return <CountsContext value={counts}>{children}</CountsContext>;
}

/**
 * The drawing to ask about. Where the answer takes a while, that is the one on which the hand rests; where it is there at
 * once, the latest whenever the one before has been answered, so that the numbers move while a value is dragged.
 */
function useAsked(rule: Rule, isQuick: boolean): Rule {
  const { definition } = useEditor();
  const isBusy = useIsFetching({ queryKey: ['counts', definition.id] }) > 0;
  const [asked, setAsked] = useState(rule);
  const isAtOnce = isQuick && !isBusy;
  useEffect(() => {
    if (isAtOnce) {
      setAsked(rule);
      return;
    }
    const timer = setTimeout(() => setAsked(rule), waits.quiet);
    return () => clearTimeout(timer);
  }, [rule, isAtOnce]);
  return asked;
}

function useCountQuery({ key, graph }: Rule, estimate: boolean, enabled: boolean, isLive = false) {
  const { definition } = useEditor();
  const asOf = useView((view) => view.asOf);
  return useQuery({
    queryKey: ['counts', definition.id, asOf, estimate, key],
    enabled,
    // Another drawing has another key, and with it another signal: what was superseded stops on the server too.
    queryFn: ({ signal }) =>
      api(countsAnswerSchema, '/api/counts', {
        method: 'POST',
        body: { graph, asOf: asOf ?? undefined, definition: definition.id, estimate: estimate || undefined },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchInterval: ({ state }) => (isLive || state.data?.isWarming ? waits.live : false),
    refetchOnWindowFocus: false,
  });
}

/** True once the exact count of a drawing has taken longer than one likes to wait. */
function useSlow(key: string, isWaiting: boolean): boolean {
  const [slow, setSlow] = useState<string | null>(null);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(() => setSlow(key), waits.patience);
    return () => clearTimeout(timer);
  }, [key, isWaiting]);
  return isWaiting && slow === key;
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
