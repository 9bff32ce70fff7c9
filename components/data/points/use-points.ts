'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { api } from '@/components/data-client/api';
import {
  type PointRuleEdit,
  type PointRuleInput,
  pointRuleAnswerSchema,
  pointsOverviewSchema,
  pointsRunAnswerSchema,
} from '@/lib/contracts/points';
import type { Schedule } from '@/lib/contracts/schedule';
import { dataKeys } from '../data-keys';
import { catalogueKey } from '../use-catalogue';

const key = ['points'];
const address = (id: string) => `/api/points/rules/${encodeURIComponent(id)}`;

/** Rules, totals, the last run; looked at again while one is under way. */
export function usePoints() {
  return useQuery({
    queryKey: dataKeys.points,
    queryFn: ({ signal }) => api(pointsOverviewSchema, '/api/points', { signal }),
    refetchInterval: ({ state: { data } }) => (data?.job ? 2_000 : false),
  });
}

export function usePointRule(id: string) {
  return useQuery({
    queryKey: [...key, 'rule', id],
    queryFn: ({ signal }) => api(pointRuleAnswerSchema, address(id), { signal }),
  });
}

function useRefresh() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: key }),
      // The first rule brings the programme's fields.
      client.invalidateQueries({ queryKey: catalogueKey }),
      client.invalidateQueries({ queryKey: ['definitions', 'catalogue'] }),
      client.invalidateQueries({ queryKey: ['jobs'] }),
    ]);
}

export function useCreateRule() {
  const onSuccess = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: PointRuleInput) =>
      api(pointRuleAnswerSchema, '/api/points/rules', { method: 'POST', body }),
    onSuccess,
  });
}

export function useEditRule(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (body: PointRuleEdit) => api(pointRuleAnswerSchema, address(id), { method: 'PUT', body }),
    onSuccess,
  });
}

/** Pauses a rule, or lets it go on. */
export function useSwitchRule(id: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (active: boolean) =>
      api(pointRuleAnswerSchema, address(id), { method: 'PATCH', body: { active } }),
    onSuccess,
  });
}

export function useDeleteRule() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (id: string) => api(z.unknown(), address(id), { method: 'DELETE' }),
    onSuccess,
  });
}

export function useRunPoints() {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: () => api(pointsRunAnswerSchema, '/api/points/run', { method: 'POST' }),
    onSuccess,
  });
}

export function usePointsSchedule() {
  const onSuccess = useRefresh();
  return useMutation({
    meta: { ownError: true },
    mutationFn: (schedule: Schedule | null) =>
      api(pointsOverviewSchema, '/api/points/schedule', { method: 'PUT', body: { schedule } }),
    onSuccess,
  });
}
