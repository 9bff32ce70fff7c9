'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import { jobDto, jobPageDto } from '@/lib/contracts/jobs';
import { isUnderWay } from '@/lib/contracts/work';

/** Jobs that wait or run; asked often while there are any. */
export function useActiveJobs() {
  return useQuery({
    queryKey: ['jobs', 'active'],
    queryFn: ({ signal }) => api(jobPageDto, '/api/jobs', { query: { state: 'active' }, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.jobs.length ? 2_000 : 20_000),
  });
}

/** One job, followed to its end. */
export function useJob(id: string | null) {
  return useQuery({
    queryKey: ['jobs', 'one', id],
    enabled: id !== null,
    queryFn: ({ signal }) => api(jobDto, `/api/jobs/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && !isUnderWay(state.data.state) ? false : 1_000),
  });
}

export function useCancelJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api(z.unknown(), `/api/jobs/${id}/cancel`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}

export function useRetryJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api(z.unknown(), `/api/jobs/${id}/retry`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
