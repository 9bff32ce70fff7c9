'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '@/components/data-client/api';
import { useText } from '@/components/ui/use-text';
import { engineCatalogueSchema } from '@/lib/contracts/definitions';

/** What rules can refer to: fields, event types, tags with their values, segments, lists. */
export function useRulesCatalogue() {
  return useQuery({
    queryKey: ['definitions', 'catalogue'],
    queryFn: ({ signal }) => api(engineCatalogueSchema, '/api/definitions/catalogue', { signal }),
  });
}

/** `消费频次: 高频` for `frequency:high`; the stored text while the tag isn't known. */
export function useTagName(): (tag: string) => string {
  const text = useText();
  const { data } = useRulesCatalogue();
  return useMemo(
    () => (tag) => {
      const at = tag.indexOf(':');
      const known = data?.tags[tag.slice(0, at)];
      if (!known) return tag;
      const value = known.values.find((one) => one.value === tag.slice(at + 1));
      return value
        ? `${text(known.label)}: ${text(value.label)}`
        : `${text(known.label)}: ${tag.slice(at + 1)}`;
    },
    [data, text],
  );
}

/** `RFM: 重要价值 / 重要发展` for `rfm:champions:develop`; the stored text while the layering isn't known. */
export function useLayerName(): (layers: string) => string {
  const text = useText();
  const { data } = useRulesCatalogue();
  return useMemo(
    () => (layers) => {
      const [key = '', ...values] = layers.split(':');
      const known = data?.layerings[key];
      if (!known) return layers;
      const names = values.map((value) => {
        const found = known.values.find((one) => one.value === value);
        return found ? text(found.label) : value;
      });
      return `${text(known.label)}: ${names.join(' / ')}`;
    },
    [data, text],
  );
}
