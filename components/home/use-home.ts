'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { definitionListSchema, templateListSchema } from '@/lib/contracts/definitions';
import { importListSchema } from '@/lib/contracts/imports';
import { memberPageSchema } from '@/lib/contracts/members';
import { runPageSchema } from '@/lib/contracts/runs';
import { isUnderWay } from '@/lib/contracts/work';
import { homeImports, homeKeys, homeRuns } from './home-keys';

const refetchInterval = 30_000;

export function useHomeDefinitions() {
  return useQuery({
    queryKey: homeKeys.definitions,
    queryFn: ({ signal }) => api(definitionListSchema, '/api/definitions', { signal }),
    refetchInterval,
  });
}

export function useHomeRuns() {
  return useQuery({
    queryKey: homeKeys.runs,
    queryFn: ({ signal }) => api(runPageSchema, '/api/runs', { query: { limit: homeRuns }, signal }),
    refetchInterval: ({ state: { data } }) =>
      data?.runs.some(({ state }) => isUnderWay(state)) ? 2_000 : refetchInterval,
  });
}

export function useHomeImports() {
  return useQuery({
    queryKey: homeKeys.imports,
    queryFn: ({ signal }) => api(importListSchema, '/api/imports', { query: { limit: homeImports }, signal }),
    refetchInterval,
  });
}

/** How many members there are. */
export function useMemberTotal() {
  return useQuery({
    queryKey: homeKeys.members,
    queryFn: ({ signal }) => api(memberPageSchema, '/api/members', { query: { limit: 1 }, signal }),
    select: ({ total }) => total,
    refetchInterval,
  });
}

/** Templates of tags that find in the catalogue all that they read. */
export function useReadyTemplates(enabled: boolean) {
  return useQuery({
    queryKey: ['definitions', 'templates', 'tag'],
    enabled,
    queryFn: ({ signal }) =>
      api(templateListSchema, '/api/definitions/templates', { query: { kind: 'tag' }, signal }),
    select: ({ templates }) => templates.filter(({ missing }) => missing.length === 0),
    staleTime: 300_000,
  });
}
