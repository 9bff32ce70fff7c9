'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { lintAnswerSchema } from '@/lib/contracts/lint';
import type { Graph } from '@/rules-engine/index';

/** What to know of a drawing before publishing it; `key` is equal for drawings that select the same. */
export function useFindings(
  { graph, key, definition, asOf }: { graph: Graph; key: string; definition: string; asOf: string | null },
  isWanted: boolean,
) {
  return useQuery({
    queryKey: ['lint', definition, key, asOf],
    enabled: isWanted,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api(lintAnswerSchema, '/api/lint', {
        method: 'POST',
        body: { graph, definition, asOf: asOf ?? undefined },
        signal,
      }),
  });
}
