'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '@/components/data-client/api';
import { isNotFound } from '@/components/data-client/is-not-found';
import { retryUntilBegun } from '@/components/jobs/retry-until-begun';
import { usageAnswerSchema } from '@/lib/contracts/catalogue';
import { type List, listAnswerSchema, listListSchema, type NewList } from '@/lib/contracts/lists';
import { listKeys } from './list-keys';

/** Is being matched or removed. */
export function isUnderWay(state: List['state']): boolean {
  return state === 'matching' || state === 'deleting';
}

const path = (id: string) => `/api/lists/${encodeURIComponent(id)}`;

/** All lists, the newest first; looked at again while something is done with one. */
export function useLists() {
  return useQuery({
    queryKey: listKeys.all,
    queryFn: ({ signal }) => api(listListSchema, '/api/lists', { signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.lists.some(({ state }) => isUnderWay(state)) ? 2_000 : false,
  });
}

/** One list, followed until it is ready; once it is removed there is none. */
export function useList(id: string) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: listKeys.one(id),
    queryFn: ({ signal }) => api(listAnswerSchema, path(id), { signal }),
    refetchInterval: ({ state: { data, error } }) =>
      isNotFound(error) || (data && !isUnderWay(data.list.state)) ? false : 1_000,
  });
  const state = isNotFound(query.error) ? 'gone' : query.data?.list.state;
  useEffect(() => {
    client.invalidateQueries({ queryKey: listKeys.all });
    // From now on rules may read it, or may not any more.
    if (state === 'ready' || state === 'gone')
      client.invalidateQueries({ queryKey: ['definitions', 'catalogue'] });
  }, [state, client]);
  return query;
}

/** The rules that read a list. */
export function useListUsage(id: string) {
  return useQuery({
    queryKey: listKeys.usage(id),
    queryFn: ({ signal }) => api(usageAnswerSchema, `${path(id)}/usage`, { signal }),
    staleTime: 0,
  });
}

/** Lists and everything that offers them to choose from. */
function useRefresh() {
  const client = useQueryClient();
  return () => {
    client.invalidateQueries({ queryKey: listKeys.all });
    client.invalidateQueries({ queryKey: ['jobs'] });
    client.invalidateQueries({ queryKey: ['definitions', 'catalogue'] });
  };
}

export function useCreateList() {
  const client = useQueryClient();
  const onSettled = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: NewList) => api(listAnswerSchema, '/api/lists', { method: 'POST', body }),
    onSuccess: (answer) => client.setQueryData(listKeys.one(answer.list.id), answer),
    onSettled,
  });
}

export function useDeleteList() {
  const client = useQueryClient();
  const onSettled = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (id: string) => api(listAnswerSchema, path(id), { method: 'DELETE' }),
    onSuccess: (answer) => client.setQueryData(listKeys.one(answer.list.id), answer),
    onSettled,
  });
}

/** Does again what failed; done when it has begun. */
export function useRetryList() {
  const client = useQueryClient();
  const onSettled = useRefresh();
  return useMutation({
    mutationFn: ({ id, job }: { id: string; job: string }) =>
      retryUntilBegun(job, async () => {
        const answer = await api(listAnswerSchema, path(id));
        client.setQueryData(listKeys.one(id), answer);
        return answer.list.state !== 'failed';
      }),
    onSettled,
  });
}
