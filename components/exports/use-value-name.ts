'use client';

import { useMemo } from 'react';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { useText } from '@/components/ui/use-text';
import { useDefinitionNames } from './use-exports';

/** The name of a tag's value; the stored value itself when the tag no longer has it. */
export function useValueName(definition: string): (value: string) => string {
  const text = useText();
  const { data: names } = useDefinitionNames();
  const { data: catalogue } = useRulesCatalogue();
  return useMemo(() => {
    const key = names?.definitions.find(({ id, kind }) => id === definition && kind === 'tag')?.key;
    const values = key === undefined ? [] : (catalogue?.tags[key]?.values ?? []);
    return (value) => {
      const label = values.find((one) => one.value === value)?.label;
      return label ? text(label) : value;
    };
  }, [definition, names, catalogue, text]);
}
