import { z } from 'zod';
import { isWithin } from './json-extent';

export const graphKinds = ['tag', 'segment', 'layering'] as const;
export type GraphKind = (typeof graphKinds)[number];

/** Version of the graph format; older ones are migrated when they are read. */
export const schemaVersion = 1;

/** `depth`: levels of JSON; conditions that are nested as deep as they may be need fewer than 60. */
export const graphLimits = { nodes: 300, edges: 1_000, bytes: 512 * 1024, depth: 80 } as const;

const id = z.string().regex(/^[\w-]{1,64}$/, 'letters, digits, - and _, at most 64');

/** A node of a draft: its parameters are whatever has been entered so far. */
export const graphNode = z.strictObject({
  id,
  type: z.string().max(64),
  position: z.strictObject({ x: z.number(), y: z.number() }),
  params: z.record(z.string(), z.unknown()),
  /** A name that the operator gave; the node type's own name when absent. */
  name: z.string().max(80).optional(),
  note: z.string().max(2_000).optional(),
});
export type GraphNode = z.infer<typeof graphNode>;

/** An edge carries the set of members of an output port into an input port. */
export const graphEdge = z.strictObject({
  id,
  source: id,
  sourcePort: z.string().max(64),
  target: id,
  targetPort: z.string().max(64),
});
export type GraphEdge = z.infer<typeof graphEdge>;

/** A draft: saved as it is, however incomplete. `compileGraph` says what is missing. */
export const graph = z
  .strictObject({
    kind: z.enum(graphKinds),
    schemaVersion: z.literal(schemaVersion),
    nodes: z.array(graphNode).max(graphLimits.nodes),
    edges: z.array(graphEdge).max(graphLimits.edges),
  })
  .refine((drawn) => isWithin(drawn, graphLimits), {
    error: 'too big, or nested too deep',
    params: { zh: '图太大，或嵌套太深。', en: 'The drawing is too big, or nested too deep.' },
  });
export type Graph = z.infer<typeof graph>;

/** Names a port in counts, traces and diagnostics: `nodeId.port`. */
export type PortKey = `${string}.${string}`;

export function portKey(node: string, port: string): PortKey {
  return `${node}.${port}`;
}
