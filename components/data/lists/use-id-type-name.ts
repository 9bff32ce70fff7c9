'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCatalogue, useIdentityName } from '@/components/data/use-catalogue';
import type { Option } from '@/components/ui/select';
import { memberIdType } from '@/lib/contracts/lists';

/** What the ids of a list are: a type of identities, or member ids. */
export function useIdTypeName(): (type: string) => string {
  const t = useTranslations('lists');
  const identityName = useIdentityName();
  return useMemo(
    () => (type) => (type === memberIdType ? t('memberId') : identityName(type)),
    [t, identityName],
  );
}

/** The types to choose from. */
export function useIdTypeOptions(): Option[] {
  const nameOf = useIdTypeName();
  const { data } = useCatalogue();
  return useMemo(
    () =>
      [...(data?.identityTypes.map(({ type }) => type) ?? []), memberIdType].map((id) => ({
        id,
        text: nameOf(id),
      })),
    [data, nameOf],
  );
}
