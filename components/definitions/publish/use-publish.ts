'use client';

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import {
  type Publish,
  type PublishMembersQuery,
  publishedSchema,
  publishMembersSchema,
  publishPreviewSchema,
} from '@/lib/contracts/definitions';
import { definitionKey, definitionsKey } from '../use-definitions';

const at = (id: string, act: string) => `/api/definitions/${encodeURIComponent(id)}/publish${act}`;

/** What publishing this revision would change, computed before anything is. */
export function usePublishPreview(id: string, revision: number, asOf: string | null) {
  return useQuery({
    queryKey: [...definitionKey(id), 'publish', revision, asOf],
    staleTime: 0,
    refetchOnWindowFocus: false,
    queryFn: ({ signal }) =>
      api(publishPreviewSchema, at(id, '/preview'), {
        method: 'POST',
        body: { revision, asOf: asOf ?? undefined },
        signal,
      }),
  });
}

/** Whom a list before publishing is about. */
export type MovingAsked = Pick<PublishMembersQuery, 'change' | 'value' | 'from' | 'to'>;

/** The members who would come in, go out or move. */
export function usePublishMembers(
  id: string,
  asked: { revision: number; asOf: string | null } & MovingAsked,
) {
  return useInfiniteQuery({
    queryKey: [...definitionKey(id), 'publish', 'members', asked],
    refetchOnWindowFocus: false,
    queryFn: ({ signal, pageParam }) =>
      api(publishMembersSchema, at(id, '/members'), {
        method: 'POST',
        body: { ...asked, asOf: asked.asOf ?? undefined, after: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: -1,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function usePublish(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Publish) => api(publishedSchema, at(id, ''), { method: 'POST', body }),
    onSuccess: ({ definition }) => {
      client.setQueryData(definitionKey(id), definition);
      return Promise.all([
        client.invalidateQueries({ queryKey: definitionsKey }),
        client.invalidateQueries({ queryKey: ['runs', id] }),
      ]);
    },
  });
}
