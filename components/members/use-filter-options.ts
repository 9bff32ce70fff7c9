'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { api } from '@/components/data-client/api';
import type { Option } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import { definitionListSchema } from '@/lib/contracts/definitions';
import { useRulesCatalogue } from './use-rules-catalogue';

/** Every tag value, published segment and list, to choose a filter from. */
export function useFilterOptions(): Option[] {
  const t = useTranslations('members.filter');
  const text = useText();
  const { data } = useRulesCatalogue();
  const { data: segments } = useQuery({
    queryKey: ['definitions', 'segments'],
    queryFn: ({ signal }) =>
      api(definitionListSchema, '/api/definitions', { query: { kind: 'segment' }, signal }),
    staleTime: 60_000,
  });
  return useMemo(() => {
    const tags = Object.values(data?.tags ?? {}).flatMap((tag) =>
      tag.values.map(({ value, label }) => ({
        id: `tag ${tag.key}:${value}`,
        text: `${text(tag.label)}: ${text(label)}`,
        detail: t('tag'),
        search: `${tag.key}:${value}`,
      })),
    );
    const groups = (segments?.definitions ?? [])
      .filter(({ publishedVersion }) => publishedVersion !== null)
      .map(({ id, key, label }) => ({
        id: `segment ${id}`,
        text: text(label),
        detail: t('segment'),
        search: key,
      }));
    const lists = Object.values(data?.lists ?? {}).map(({ id, label }) => ({
      id: `list ${id}`,
      text: label,
      detail: t('list'),
      search: '',
    }));
    return [...tags, ...groups, ...lists];
  }, [data, segments, t, text]);
}
