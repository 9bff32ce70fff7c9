import type { Definition } from '@/lib/contracts/definitions';
import type { Graph } from '@/rules-engine/index';

/** A tag with one value node. */
export function tagGraph(value: string): Graph {
  return {
    kind: 'tag',
    schemaVersion: 1,
    nodes: [{ id: 'a', type: 'tagValue', position: { x: 0, y: 0 }, params: { value } }],
    edges: [],
  };
}

/** A definition as the server sends it. */
export function definitionOf(revision: number, graph: Graph): Definition {
  const at = '2026-11-22T08:00:00.000Z';
  return {
    id: 'd1',
    kind: 'tag',
    key: 'value_tier',
    label: { zh: '价值', en: 'Value' },
    folder: '',
    state: 'draft',
    publishedVersion: null,
    schedule: null,
    nextRunAt: null,
    lastRun: null,
    size: null,
    sizeAsOf: null,
    archivedAt: null,
    createdBy: 'anna',
    createdAt: at,
    updatedBy: 'ben',
    updatedAt: at,
    graph,
    revision,
    asOf: null,
    whenEmpty: 'clear',
    published: null,
  };
}
