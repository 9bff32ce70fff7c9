import { createHash } from 'node:crypto';
import type { Graph } from '@/rules-engine/index';

/** A short fingerprint of what a graph says: the same wherever its cards lie, and in whatever order keys were written. */
export function graphDigest({ kind, nodes, edges }: Graph): string {
  const said = {
    kind,
    nodes: nodes.map(({ position: _, ...node }) => node),
    edges: edges.map(({ id: _, ...edge }) => edge),
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(said)))
    .digest('base64url');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
