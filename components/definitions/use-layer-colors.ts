'use client';

import { useMemo } from 'react';
import type { Definition } from '@/lib/contracts/definitions';
import { layersOf } from '@/rules-engine/index';

/** The colour of every layer as it is published; undefined where nothing is a layer. */
export function useLayerColors({ kind, published }: Definition): ReadonlyMap<string, number> | undefined {
  return useMemo(
    () =>
      kind === 'layering'
        ? new Map((published ? layersOf(published.graph) : []).map(({ value, color }) => [value, color]))
        : undefined,
    [kind, published],
  );
}
