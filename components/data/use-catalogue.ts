'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/components/data-client/api';
import { useText } from '@/components/ui/use-text';
import { catalogueAnswerSchema } from '@/lib/contracts/catalogue';
import { dataKeys } from './data-keys';

/** Everything that is read of the catalogue. */
export const catalogueKey = ['catalogue'];

/** Fields, event types and identity types. With `fill` each field says how full it is, which takes longer. */
export function useCatalogue({ fill = false, search = '' } = {}) {
  return useQuery({
    queryKey: dataKeys.catalogue(fill, search),
    queryFn: ({ signal }) =>
      api(catalogueAnswerSchema, '/api/catalogue', { query: { fill: fill || null, search }, signal }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** The name of an identity type in the page's language; the type itself while it isn't known. */
export function useIdentityName(): (type: string) => string {
  const text = useText();
  const { data } = useCatalogue();
  return useMemo(() => {
    const names = new Map(data?.identityTypes.map(({ type, label }) => [type, label]));
    return (type) => {
      const label = names.get(type);
      return label ? text(label) : type;
    };
  }, [data, text]);
}
