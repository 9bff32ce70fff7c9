'use client';

import { useMemo } from 'react';
import { useText } from '@/components/ui/use-text';
import type { ConditionScope, SubjectKind } from '../conditions/subject-kind';
import { useFieldValues } from './use-field-values';

export interface ValueOption {
  value: string;
  text: string;
  /** Members, or events, that have it; null when that isn't known. */
  n: number | null;
}

/** Values to suggest: the options of the catalogue, and what the data has, the commonest first. */
export function useValueOptions(kind: SubjectKind, scope: ConditionScope): ValueOption[] {
  const text = useText();
  const found = useFieldValues(kind.field?.path ?? null, scope);
  return useMemo(() => {
    const counted = new Map(found?.values.map(({ value, n }) => [String(value), n]));
    const listed = kind.options.map(({ value, label }) => ({ value, text: text(label) }));
    const known = new Set(listed.map(({ value }) => value));
    const others = (found?.values ?? [])
      .filter(({ value }) => typeof value === 'string' && !known.has(value))
      .map(({ value, label }) => ({ value: String(value), text: label ? text(label) : String(value) }));
    return [...listed, ...others].map((option) => ({ ...option, n: counted.get(option.value) ?? null }));
  }, [found, kind.options, text]);
}
