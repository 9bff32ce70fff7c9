'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import {
  type ExportRequest,
  exportAnswerSchema,
  exportOptionsSchema,
  exportPreviewSchema,
} from '@/lib/contracts/exports';
import { isUnderWay } from '@/lib/contracts/work';

export function useExportOptions(definition: string) {
  return useQuery({
    queryKey: ['export-options', definition],
    queryFn: ({ signal }) =>
      api(exportOptionsSchema, '/api/exports/options', { query: { definition }, signal }),
  });
}

/** How many rows the file would have; asked again as the choices change. */
export function useExportPreview(request: ExportRequest | null) {
  return useQuery({
    queryKey: ['export-preview', request && { ...request, columns: null, format: null, masked: null }],
    enabled: request !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api(exportPreviewSchema, '/api/exports/preview', { method: 'POST', body: request, signal }),
  });
}

export function useStartExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: ExportRequest) =>
      api(exportAnswerSchema, '/api/exports', { method: 'POST', body: request }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
}

/** An export while it is written. */
export function useExportEntry(id: string | null) {
  return useQuery({
    queryKey: ['exports', id],
    enabled: id !== null,
    queryFn: async ({ signal }) =>
      (await api(exportAnswerSchema, `/api/exports/${encodeURIComponent(id ?? '')}`, { signal })).export,
    refetchInterval: ({ state: { data } }) => (data && !isUnderWay(data.state) ? false : 700),
  });
}

export function useCancelExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      api(exportAnswerSchema, `/api/exports/${encodeURIComponent(id)}/cancel`, { method: 'POST' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['exports'] }),
  });
}
