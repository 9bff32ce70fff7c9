'use client';

import { useQuery } from '@tanstack/react-query';
import { api } from '@/components/data-client/api';
import { type FieldValues, fieldValuesSchema } from '@/lib/contracts/catalogue';
import type { ConditionScope } from '../conditions/subject-kind';

/** What a field or property holds, the commonest values first; undefined until it is known. */
export function useFieldValues(path: string | null, scope: ConditionScope): FieldValues | undefined {
  const { data } = useQuery({
    queryKey: ['field-values', scope.on === 'event' ? scope.eventType : '', path],
    enabled: path !== null,
    staleTime: 300_000,
    retry: false,
    queryFn: ({ signal }) =>
      api(fieldValuesSchema, valuesAddress(path ?? '', scope), { query: { limit: 100 }, signal }),
  });
  return data;
}

function valuesAddress(path: string, scope: ConditionScope): string {
  const of = encodeURIComponent(path);
  return scope.on === 'event'
    ? `/api/catalogue/event-types/${encodeURIComponent(scope.eventType)}/values/${of}`
    : `/api/catalogue/fields/${of}/values`;
}
