'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCatalogue } from '@/components/data/use-catalogue';
import { Badge } from '@/components/ui/badge';
import type { ColumnSpec } from '@/components/ui/data-table';
import { Instant } from '@/components/ui/instant';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import type { MemberRow } from '@/lib/contracts/members';
import { Identities } from './identities';
import { MemberValueText } from './member-value';
import { useTagName } from './use-rules-catalogue';

/** Columns that are no field of the catalogue. */
export const ownColumns = ['identities', 'tags', 'createdAt'] as const;

/** Columns of a list of members: the member first, then those asked for, in their order. */
export function useMemberColumns(paths: readonly string[]): ColumnSpec<MemberRow>[] {
  const t = useTranslations('members.columns');
  const c = useTranslations('members');
  const text = useText();
  const tagName = useTagName();
  const { data: catalogue } = useCatalogue();
  return useMemo(() => {
    const own: Record<(typeof ownColumns)[number], ColumnSpec<MemberRow>> = {
      identities: {
        id: 'identities',
        title: t('identities'),
        cell: ({ identities }) => <Identities identities={identities} />,
      },
      tags: {
        id: 'tags',
        title: t('tags'),
        cell: ({ tags }) => (
          <span className="flex flex-wrap gap-1">
            {tags.map((tag) => (
              <Badge key={tag}>{tagName(tag)}</Badge>
            ))}
          </span>
        ),
      },
      createdAt: {
        id: 'createdAt',
        title: t('createdAt'),
        cell: ({ createdAt }) => <Instant at={createdAt} />,
      },
    };
    const first: ColumnSpec<MemberRow> = {
      id: 'id',
      title: t('id'),
      cell: ({ id, demo }) => (
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <TextLink href={`/members/${encodeURIComponent(id)}`}>{id}</TextLink>
          {demo && <Badge>{c('demo')}</Badge>}
        </span>
      ),
    };
    const chosen = paths.flatMap((path): ColumnSpec<MemberRow>[] => {
      const known = ownColumns.find((name) => name === path);
      if (known) return [own[known]];
      const field = catalogue?.fields.find((one) => one.path === path);
      if (!field) return [];
      return [
        {
          id: path,
          title: text(field.label),
          align: field.type === 'number' || field.type === 'money' ? 'end' : 'start',
          cell: ({ values }) => <MemberValueText value={values[path]} kind={field} />,
        },
      ];
    });
    return [first, ...chosen];
  }, [paths, t, c, text, tagName, catalogue]);
}
