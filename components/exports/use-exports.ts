'use client';

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import { isNotFound } from '@/components/data-client/is-not-found';
import { retryUntilBegun } from '@/components/jobs/retry-until-begun';
import { definitionListSchema, versionSchema } from '@/lib/contracts/definitions';
import { type ExportEntry, exportAnswerSchema, exportPageSchema } from '@/lib/contracts/exports';
import { isUnderWay } from '@/lib/contracts/work';
import { exportKeys, exportPageSize } from './export-keys';

const path = (id: string) => `/api/exports/${encodeURIComponent(id)}`;

/** Exports, the newest first, of one definition or of all; looked at again while one is under way. */
export function useExports(definition: string | null) {
  return useInfiniteQuery({
    queryKey: exportKeys.list(definition),
    queryFn: ({ pageParam, signal }) =>
      api(exportPageSchema, '/api/exports', {
        query: { definition, before: pageParam, limit: exportPageSize },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ exports }) => exports.some(({ state }) => isUnderWay(state))) ? 2_000 : 30_000,
  });
}

/** One export, followed to its end. */
export function useExport(id: string) {
  return useQuery({
    queryKey: exportKeys.one(id),
    queryFn: ({ signal }) => api(exportAnswerSchema, path(id), { signal }),
    refetchInterval: ({ state: { data, error } }) =>
      isNotFound(error) || (data && !isUnderWay(data.export.state)) ? false : 1_000,
  });
}

export function useCancelExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api(exportAnswerSchema, `${path(id)}/cancel`, { method: 'POST' }),
    onSuccess: (answer, id) => client.setQueryData(exportKeys.one(id), answer),
    onSettled: () => client.invalidateQueries({ queryKey: exportKeys.all }),
  });
}

/** Writes a failed or cancelled export anew; done when the new try has begun. */
export function useRetryExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, job, finishedAt }: ExportEntry) =>
      retryUntilBegun(job, async () => {
        const answer = await api(exportAnswerSchema, path(id));
        client.setQueryData(exportKeys.one(id), answer);
        return isUnderWay(answer.export.state) || answer.export.finishedAt !== finishedAt;
      }),
    onSettled: () => {
      client.invalidateQueries({ queryKey: exportKeys.all });
      client.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
}

/** All tags and segments: to filter by, and for their keys. */
export function useDefinitionNames() {
  return useQuery({
    queryKey: ['definitions', 'names'],
    queryFn: ({ signal }) => api(definitionListSchema, '/api/definitions', { signal }),
    staleTime: 60_000,
  });
}

/** What a published version selects, as a sentence. */
export function useVersion(definition: string, version: number) {
  return useQuery({
    queryKey: ['definitions', 'version', definition, version],
    queryFn: ({ signal }) =>
      api(
        z.object({ version: versionSchema }),
        `/api/definitions/${encodeURIComponent(definition)}/versions/${version}`,
        { signal },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
