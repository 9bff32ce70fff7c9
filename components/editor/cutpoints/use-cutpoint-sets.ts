'use client';

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { cutpointSetAnswerSchema, cutpointSetListSchema } from '@/lib/contracts/cutpoints';
import { comparisonSchema, movingMembersSchema } from '@/lib/contracts/movement';
import { isUnderWay } from '@/lib/contracts/work';
import type { Graph } from '@/rules-engine/index';

const keyOf = (definition: string) => ['cutpoints', definition];
const at = (definition: string, path: string) => `/api/definitions/${encodeURIComponent(definition)}${path}`;

/** The sets computed for a definition, newest first; looked at again while one is being computed. */
export function useCutpointSets(definition: string, isWanted: boolean) {
  return useQuery({
    queryKey: keyOf(definition),
    enabled: isWanted,
    queryFn: async ({ signal }) =>
      (await api(cutpointSetListSchema, at(definition, '/cutpoints'), { signal })).sets,
    refetchInterval: ({ state: { data } }) => (data?.some(({ state }) => isUnderWay(state)) ? 1_000 : false),
  });
}

export interface Computation {
  graph: Graph;
  /** Only the cuts of this node; null: all. */
  node: string | null;
  asOf: string | null;
}

export function useComputeCutpoints(definition: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ graph, node, asOf }: Computation) =>
      (
        await api(cutpointSetAnswerSchema, at(definition, '/cutpoints'), {
          method: 'POST',
          body: { graph, node: node ?? undefined, asOf: asOf ?? undefined },
        })
      ).set,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf(definition) }),
        client.invalidateQueries({ queryKey: ['jobs'] }),
      ]),
  });
}

/** Cancelled sets say so once they are read again. */
export function useRefreshSets(definition: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: keyOf(definition) });
}

/** Two drawings as of one instant. */
export interface Compared {
  before: Graph;
  after: Graph;
  asOf: string;
}

export function useComparison(definition: string, compared: Compared | null) {
  return useQuery({
    queryKey: ['compare', definition, compared],
    enabled: compared !== null,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      api(comparisonSchema, at(definition, '/compare'), { method: 'POST', body: compared, signal }),
  });
}

export function useComparedMembers(
  definition: string,
  compared: Compared,
  move: { from: string | null; to: string | null },
) {
  return useInfiniteQuery({
    queryKey: ['compare', definition, compared, 'members', move],
    refetchOnWindowFocus: false,
    queryFn: ({ signal, pageParam }) =>
      api(movingMembersSchema, at(definition, '/compare/members'), {
        method: 'POST',
        body: { ...compared, ...move, afterOrd: pageParam },
        signal,
      }),
    initialPageParam: -1,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
