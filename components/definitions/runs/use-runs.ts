'use client';

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { runAnswerSchema, runPageSchema, type StartRun, sizesAnswerSchema } from '@/lib/contracts/runs';
import { isUnderWay } from '@/lib/contracts/work';
import { definitionKey, definitionsKey } from '../use-definitions';

const runsKey = (definition: string) => ['runs', definition];
const at = (definition: string, act: string) => `/api/definitions/${encodeURIComponent(definition)}/${act}`;

export function useRuns(definition: string) {
  return useInfiniteQuery({
    queryKey: [...runsKey(definition), 'list'],
    queryFn: ({ pageParam, signal }) =>
      api(runPageSchema, '/api/runs', { query: { definition, before: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ runs }) => runs.some(({ state }) => isUnderWay(state))) ? 1_000 : 30_000,
  });
}

/** Sizes after each finished run, oldest first. `lastRun` tells when there is another one. */
export function useSizes(definition: string, lastRun: string | null) {
  return useQuery({
    queryKey: [...runsKey(definition), 'sizes', lastRun],
    queryFn: ({ signal }) => api(sizesAnswerSchema, at(definition, 'sizes'), { signal }),
    placeholderData: keepPreviousData,
  });
}

/** What a run changes is read again. */
function useRefresh(definition: string) {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [runsKey(definition), definitionKey(definition), definitionsKey].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}

export function useStartRun(definition: string) {
  const refresh = useRefresh(definition);
  return useMutation({
    mutationFn: (start: StartRun) =>
      api(runAnswerSchema, at(definition, 'runs'), { method: 'POST', body: start }),
    onSuccess: refresh,
  });
}

export function useCancelRun(definition: string) {
  const refresh = useRefresh(definition);
  return useMutation({
    mutationFn: (run: string) =>
      api(runAnswerSchema, `/api/runs/${encodeURIComponent(run)}/cancel`, { method: 'POST' }),
    onSuccess: refresh,
  });
}
