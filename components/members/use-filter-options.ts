'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { api } from '@/components/data-client/api';
import type { Option } from '@/components/ui/select';
import { useText } from '@/components/ui/use-text';
import { definitionListSchema } from '@/lib/contracts/definitions';
import { useLayerName, useRulesCatalogue } from './use-rules-catalogue';

/** Every tag value, layer, published segment and list, to choose a filter from; and what is chosen, if it is none of these. */
export function useFilterOptions(chosen: string | null): Option[] {
  const t = useTranslations('members.filter');
  const text = useText();
  const { data } = useRulesCatalogue();
  const layerName = useLayerName();
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
    const layers = Object.values(data?.layerings ?? {}).flatMap((layering) =>
      layering.values.map(({ value, label }) => ({
        id: `layer ${layering.key}:${value}`,
        text: `${text(layering.label)}: ${text(label)}`,
        detail: t('layer'),
        search: `${layering.key}:${value}`,
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
    const options = [...tags, ...layers, ...groups, ...lists];
    // Several layers at once come from the funnel: they are named here, and can't be chosen.
    if (chosen?.startsWith('layer ') && !options.some(({ id }) => id === chosen))
      options.unshift({ id: chosen, text: layerName(chosen.slice(6)), detail: t('layer'), search: '' });
    return options;
  }, [data, segments, t, text, chosen, layerName]);
}
