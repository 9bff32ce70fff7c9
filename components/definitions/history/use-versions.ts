'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { definitionAnswerSchema, versionAnswerSchema, versionListSchema } from '@/lib/contracts/definitions';
import { definitionKey, definitionsKey } from '../use-definitions';

const at = (id: string, rest = '') => `/api/definitions/${encodeURIComponent(id)}/versions${rest}`;

export function useVersions(id: string, published: number | null) {
  return useQuery({
    queryKey: [...definitionKey(id), 'versions', published],
    queryFn: async ({ signal }) => (await api(versionListSchema, at(id), { signal })).versions,
  });
}

/** A version with its drawing; versions never change. */
export function useVersion(id: string, version: number | null) {
  return useQuery({
    queryKey: [...definitionKey(id), 'version', version],
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) =>
      (await api(versionAnswerSchema, at(id, `/${version}`), { signal })).version,
  });
}

/** Makes a version the draft again. Refused when the draft isn't the one that was read any more. */
export function useRestoreVersion(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ version, revision }: { version: number; revision: number }) =>
      (
        await api(definitionAnswerSchema, at(id, `/${version}/restore`), {
          method: 'POST',
          body: { revision },
        })
      ).definition,
    onSuccess: (definition) => {
      client.setQueryData(definitionKey(id), definition);
      return client.invalidateQueries({ queryKey: definitionsKey });
    },
  });
}
