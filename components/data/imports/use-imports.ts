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
import type { FileSpec } from '@/lib/contracts/import-mapping';
import {
  type Import,
  importAnswerSchema,
  importDetailSchema,
  importListSchema,
  inspectAnswerSchema,
  previewAnswerSchema,
  rejectsAnswerSchema,
} from '@/lib/contracts/imports';
import { dataKeys } from '../data-keys';
import type { ImportKind } from './import-draft';

export function isUnderWay(state: Import['state']): boolean {
  return state === 'queued' || state === 'running';
}

/** Past imports, the newest first; looked at again while one is under way. */
export function useImports() {
  return useInfiniteQuery({
    queryKey: dataKeys.imports,
    queryFn: ({ pageParam, signal }) =>
      api(importListSchema, '/api/imports', { query: { after: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ imports }) => imports.some(({ state }) => isUnderWay(state))) ? 2_000 : false,
  });
}

/** One import and its mapping, followed to its end. */
export function useImport(id: string | null) {
  return useQuery({
    queryKey: ['imports', 'one', id],
    enabled: id !== null,
    queryFn: ({ signal }) => api(importDetailSchema, `/api/imports/${id}`, { signal }),
    refetchInterval: ({ state: { data } }) => (data && !isUnderWay(data.import.state) ? false : 1_000),
  });
}

/** What the file seems to be; `file` corrects the guess. */
export function useInspect(upload: string, kind: ImportKind, file: FileSpec | undefined, name = '') {
  return useQuery({
    queryKey: ['imports', 'inspect', upload, kind, file, name],
    queryFn: ({ signal }) =>
      api(inspectAnswerSchema, '/api/imports/inspect', {
        method: 'POST',
        body: { upload, kind, file, ...(name === '' ? {} : { name }) },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
}

/** The first rows as they would be stored; null while the mapping isn't complete. */
export function usePreview(upload: string, mapping: unknown) {
  return useQuery({
    queryKey: ['imports', 'preview', upload, mapping],
    enabled: mapping !== null,
    queryFn: ({ signal }) =>
      api(previewAnswerSchema, '/api/imports/preview', {
        method: 'POST',
        body: { upload, mapping, rows: 30 },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

interface Start {
  upload: string;
  name: string;
  mapping: unknown;
  dryRun: boolean;
}

export function useStartImport() {
  const client = useQueryClient();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: Start) => api(importAnswerSchema, '/api/imports', { method: 'POST', body }),
    onSuccess: () => {
      client.invalidateQueries({ queryKey: dataKeys.imports });
      client.invalidateQueries({ queryKey: ['jobs'] });
    },
  });
}

export function useCancelImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api(importAnswerSchema, `/api/imports/${id}/cancel`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });
}

/** Removes the record of an import with its rejected rows and, when no other needs it, the file. */
export function useDeleteImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api(z.undefined(), `/api/imports/${id}`, { method: 'DELETE' }),
    onSuccess: (_, id) => {
      client.removeQueries({ queryKey: ['imports', 'one', id] });
      client.invalidateQueries({ queryKey: dataKeys.imports });
    },
  });
}

export function useRejects(id: string) {
  return useInfiniteQuery({
    queryKey: ['imports', 'rejects', id],
    queryFn: ({ pageParam, signal }) =>
      api(rejectsAnswerSchema, `/api/imports/${id}/rejects`, { query: { after: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  });
}
