'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import {
  type MetricEdit,
  type MetricInput,
  metricAnswerSchema,
  metricListSchema,
  metricPreviewAnswerSchema,
  metricRecomputeAnswerSchema,
} from '@/lib/contracts/metrics';
import type { EventOperand } from '@/rules-engine/index';
import { dataKeys } from '../data-keys';
import { catalogueKey } from '../use-catalogue';

const key = ['metrics'];
const address = (name: string) => `/api/metrics/${encodeURIComponent(name)}`;

/** All metrics; looked at again while one is being recomputed. */
export function useMetrics() {
  return useQuery({
    queryKey: dataKeys.metrics,
    queryFn: ({ signal }) => api(metricListSchema, '/api/metrics', { signal }),
    refetchInterval: ({ state: { data } }) => (data?.metrics.some(({ job }) => job !== null) ? 2_000 : false),
  });
}

export function useMetric(name: string) {
  return useQuery({
    queryKey: [...key, 'one', name],
    queryFn: ({ signal }) => api(metricAnswerSchema, address(name), { signal }),
    refetchInterval: ({ state: { data } }) => (data?.metric.job ? 2_000 : false),
  });
}

/** What the metric would give; null asks nothing. */
export function useMetricPreview(operand: EventOperand | null, asOf: string) {
  return useQuery({
    queryKey: [...key, 'preview', operand, asOf],
    enabled: operand !== null,
    queryFn: ({ signal }) =>
      api(metricPreviewAnswerSchema, '/api/metrics/preview', {
        method: 'POST',
        body: { operand, asOf },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: key }),
      client.invalidateQueries({ queryKey: catalogueKey }),
      // What rules can ask for.
      client.invalidateQueries({ queryKey: ['definitions', 'catalogue'] }),
      client.invalidateQueries({ queryKey: ['jobs'] }),
    ]);
}

export function useCreateMetric() {
  const onSuccess = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: MetricInput) => api(metricAnswerSchema, '/api/metrics', { method: 'POST', body }),
    onSuccess,
  });
}

export function useEditMetric(name: string) {
  const onSuccess = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: MetricEdit) => api(metricAnswerSchema, address(name), { method: 'PUT', body }),
    onSuccess,
  });
}

export function useDeleteMetric() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (name: string) => api(z.unknown(), address(name), { method: 'DELETE' }),
    onSuccess,
  });
}

export function useRecompute() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: ({ name, asOf }: { name: string; asOf?: string }) =>
      api(metricRecomputeAnswerSchema, `${address(name)}/recompute`, { method: 'POST', body: { asOf } }),
    onSuccess,
  });
}
