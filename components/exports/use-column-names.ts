'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useIdentityName } from '@/components/data/use-catalogue';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { useText } from '@/components/ui/use-text';

export interface ColumnName {
  name: string;
  /** Personal data: masked unless the export says otherwise. */
  personal: boolean;
}

const identities = 'identities.';
const fixed = ['id', 'value', 'tags', 'createdAt'] as const;

/** What the columns of an export are called; the path itself for one that the catalogue no longer has. */
export function useColumnNames(): { nameOf: (path: string) => ColumnName; isLoading: boolean } {
  const t = useTranslations('exports.columns');
  const text = useText();
  const identityName = useIdentityName();
  const { data, isPending } = useRulesCatalogue();
  const nameOf = useMemo<(path: string) => ColumnName>(
    () => (path) => {
      const known = fixed.find((one) => one === path);
      if (known) return { name: t(known), personal: false };
      if (path.startsWith(identities)) {
        return { name: identityName(path.slice(identities.length)), personal: true };
      }
      const field = data?.fields[path];
      return field ? { name: text(field.label), personal: field.personal } : { name: path, personal: false };
    },
    [t, text, identityName, data],
  );
  return { nameOf, isLoading: isPending };
}
