'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/components/data-client/api';
import { useDebounced } from '@/components/ui/use-debounced';
import { type CountsAnswer, countsAnswerSchema } from '@/lib/contracts/counts';
import { type CutpointsAnswer, cutpointsAnswerSchema } from '@/lib/contracts/cutpoints';
import { combinationsGraph, type Graph, type RfmChoices, rfmGraph, scoreCuts } from '@/rules-engine/index';

export interface RfmPreview {
  /** Where the members would be cut; of the choices before while `isStale`. */
  cuts: CutpointsAnswer | null;
  /** How many members are in each group. */
  counts: CountsAnswer | null;
  isStale: boolean;
  error: unknown;
  retry(): void;
}

/** Rest of the hand after which the server is asked. */
const quietMs = 300;

/** What the choices would give, asked for whenever they rest; what was superseded stops on the server too. */
export function useRfmPreview(choices: RfmChoices, isComplete: boolean): RfmPreview {
  const { mode, events, cuts: chosen, asOf } = choices;
  // Names and bands decide about no number that is asked for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what else is chosen isn't asked about
  const asked = useMemo(
    () => ({ text: JSON.stringify({ mode, events, cuts: mode === 'cells' ? chosen : null, asOf }), choices }),
    [mode, events, chosen, asOf],
  );
  const settled = useDebounced(asked, quietMs);
  const cuts = useQuery({
    queryKey: ['rfm', 'cuts', settled.text],
    enabled: isComplete,
    queryFn: ({ signal }) =>
      api(cutpointsAnswerSchema, '/api/counts/cutpoints', {
        method: 'POST',
        body: { graph: rfmGraph(settled.choices, 'en'), asOf: settled.choices.asOf ?? undefined },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  const drawn = cuts.data && !cuts.isPlaceholderData ? countedGraph(settled.choices, cuts.data) : null;
  const counts = useQuery({
    queryKey: ['rfm', 'counts', settled.text, cuts.data?.asOf],
    enabled: isComplete && drawn !== null,
    queryFn: ({ signal }) =>
      api(countsAnswerSchema, '/api/counts', {
        method: 'POST',
        body: { graph: drawn, asOf: cuts.data?.asOf },
        signal,
      }),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  return {
    cuts: cuts.data ?? null,
    counts: counts.data ?? null,
    isStale:
      !isComplete ||
      asked.text !== settled.text ||
      cuts.data === undefined ||
      cuts.isPlaceholderData ||
      counts.isPlaceholderData ||
      (drawn !== null && counts.data === undefined),
    error: cuts.error ?? counts.error,
    retry: () => void (cuts.error ? cuts.refetch() : counts.refetch()),
  };
}

/** The drawing whose ports are the groups; null while a cut has no value. */
function countedGraph(choices: RfmChoices, { graph, cuts }: CutpointsAnswer): Graph | null {
  if (cuts.some(({ values }) => values === null)) return null;
  if (choices.mode === 'cells') return graph;
  const found = scoreCuts(graph);
  return found && combinationsGraph(choices, found);
}
