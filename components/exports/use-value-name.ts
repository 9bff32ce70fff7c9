'use client';

import { useMemo } from 'react';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { useText } from '@/components/ui/use-text';
import { valuesReference } from '@/rules-engine/index';
import { useDefinitionNames } from './use-exports';

/** The name of a tag's value or a layer; what is stored itself where there is no such value any more. */
export function useValueName(definition: string): (value: string) => string {
  const text = useText();
  const { data: names } = useDefinitionNames();
  const { data: catalogue } = useRulesCatalogue();
  return useMemo(() => {
    const named = names?.definitions.find(({ id }) => id === definition);
    const values = (named && catalogue && valuesReference(catalogue, named.kind, named.key)?.values) ?? [];
    return (value) => {
      const label = values.find((one) => one.value === value)?.label;
      return label ? text(label) : value;
    };
  }, [definition, names, catalogue, text]);
}
