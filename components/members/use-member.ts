'use client';

import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { memberDetailSchema, revealAnswerSchema, timelineSchema } from '@/lib/contracts/members';
import { memberKeys } from './member-keys';

const address = (id: string) => `/api/members/${encodeURIComponent(id)}`;

export function useMember(id: string) {
  return useQuery({
    queryKey: memberKeys.one(id),
    queryFn: ({ signal }) => api(memberDetailSchema, address(id), { signal }),
  });
}

/** The unmasked values; asking for them is recorded. They are kept only as long as the page shows them. */
export function useReveal(id: string) {
  return useMutation({
    mutationFn: () => api(revealAnswerSchema, `${address(id)}/reveal`, { method: 'POST' }),
    gcTime: 0,
  });
}

/** What the member did, newest first. */
export function useTimeline(id: string, type: string) {
  return useInfiniteQuery({
    queryKey: ['members', 'timeline', id, type],
    queryFn: ({ pageParam, signal }) =>
      api(timelineSchema, `${address(id)}/events`, { query: { type, after: pageParam, limit: 50 }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}
