'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { mergesAnswerSchema } from '@/lib/contracts/import-merges';

/** What an import merged, or would merge, page by page. */
export function useMerges(id: string) {
  return useInfiniteQuery({
    queryKey: ['imports', 'merges', id],
    queryFn: ({ pageParam, signal }) =>
      api(mergesAnswerSchema, `/api/imports/${id}/merges`, { query: { after: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
}
