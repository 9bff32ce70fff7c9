'use client';

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { movementSchema, movingMembersSchema } from '@/lib/contracts/movement';
import type { Cell } from './flows';

/** Two runs; without `to` the last one, without `from` the one before it. */
export interface RunPair {
  from: string | null;
  to: string | null;
}

const at = (definition: string, act = '') =>
  `/api/definitions/${encodeURIComponent(definition)}/movement${act}`;

/** From which layer to which between two runs. `lastRun` tells when there is another one. */
export function useMovement(definition: string, pair: RunPair, lastRun: string | null) {
  return useQuery({
    queryKey: ['runs', definition, 'movement', pair, lastRun],
    enabled: lastRun !== null,
    queryFn: ({ signal }) => api(movementSchema, at(definition), { query: { ...pair }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** The members of a cell, page by page. */
export function useMovedMembers(definition: string, pair: RunPair, cell: Cell) {
  return useInfiniteQuery({
    queryKey: ['runs', definition, 'moved members', pair, cell],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ after: String(pageParam), limit: '100' });
      if (pair.from !== null) query.set('from', pair.from);
      if (pair.to !== null) query.set('to', pair.to);
      // '' asks for those in no layer: api() would leave it out.
      if (cell.from !== undefined) query.set('fromValue', cell.from ?? '');
      if (cell.to !== undefined) query.set('toValue', cell.to ?? '');
      return api(movingMembersSchema, `${at(definition, '/members')}?${query}`, { signal });
    },
    initialPageParam: -1,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
  });
}
