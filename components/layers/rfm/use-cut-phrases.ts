'use client';

import { useMemo } from 'react';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import { compileGraph, type Text } from '@/rules-engine/index';
import type { RfmPreview } from './use-rfm-preview';

/** By dimension, what its better side takes in words: `距上次下单天数小于 62 天`. */
export function useCutPhrases(
  { cuts }: RfmPreview,
  { timeZone, currency: _, ...catalogue }: EngineCatalogue,
): ReadonlyMap<string, Text> {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the catalogue is one as long as the page is open
  return useMemo(() => {
    if (!cuts) return new Map();
    const environment = { catalogue, timeZone, asOf: Date.parse(cuts.asOf), bounds: new Map() };
    const { rows } = compileGraph(cuts.graph, environment);
    return new Map(rows.filter(({ node }) => node === 'rfm').map(({ param, phrase }) => [param, phrase]));
  }, [cuts]);
}
