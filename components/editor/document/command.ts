import { z } from 'zod';
import { graphEdge, graphNode } from '@/rules-engine/index';

const id = graphNode.shape.id;
const position = graphNode.shape.position;

/** One step of a path below `params`. Names that reach a prototype are refused. */
const pathStep = z.union([
  z.int().min(0),
  z
    .string()
    .min(1)
    .max(200)
    .refine((name) => !['__proto__', 'constructor', 'prototype'].includes(name)),
]);

/** A path below a node's `params`: `['rows', 0, 'value']`. */
export const paramPath = z.array(pathStep).min(1).max(40);
export type ParamPath = z.infer<typeof paramPath>;

/**
 * What can be done to a drawing, as plain data: the unit of the log, of undo and of what is kept in the browser.
 * A command that names what isn't there (any more) does nothing for that part; none of them can fail.
 */
export const command = z.discriminatedUnion('do', [
  /** Nodes whose id is taken, and edges that lead nowhere or stand there already, are left out. */
  z.object({ do: z.literal('add'), nodes: z.array(graphNode), edges: z.array(graphEdge) }),
  /** Edges of removed nodes go with them. */
  z.object({ do: z.literal('remove'), nodes: z.array(id), edges: z.array(id) }),
  z.object({ do: z.literal('move'), to: z.record(id, position) }),
  /** Without `value` the parameter is removed. */
  z.object({ do: z.literal('setParam'), node: id, path: paramPath, value: z.unknown().optional() }),
  /** A name or note of null is removed; one that isn't there stays as it is. */
  z.object({
    do: z.literal('describe'),
    node: id,
    name: graphNode.shape.name.unwrap().nullable().optional(),
    note: graphNode.shape.note.unwrap().nullable().optional(),
  }),
  /** Puts a node at a place in the order of the document: of several outputs that fit, the first one wins. */
  z.object({ do: z.literal('order'), node: id, index: z.int().min(0) }),
  z.object({ do: z.literal('replace'), nodes: z.array(graphNode), edges: z.array(graphEdge) }),
]);
export type Command = z.infer<typeof command>;
