import type { z } from 'zod';
import type { NodeReport } from '../compile/environment';
import type { Walk } from '../compile/subject';
import { paramIssues } from '../diagnostics/param-issue';
import type { GraphKind } from '../graph/graph';
import type { Predicate } from '../ir/predicate';
import type { Text } from '../text';
import type { FormField } from './form';

export interface Port {
  id: string;
  label: Text;
}

export type NodeGroup = 'sources' | 'conditions' | 'sets' | 'outputs';

/** What a node gives: a predicate for each output port, and what the inspector and sentence say of it. */
export interface CompiledNode {
  outputs: Readonly<Record<string, Predicate>>;
  /** What it asks, in one line. */
  summary: Text;
  /** For output nodes: the value that members coming in are given; '' for a segment. */
  result?: { value: string; label: Text };
}

/** A node type as its file declares it. */
export interface NodeDefinition<P> {
  type: string;
  kinds: readonly GraphKind[];
  group: NodeGroup;
  /** Name of a lucide icon. */
  icon: string;
  label: Text;
  help: Text;
  params: z.ZodType<P>;
  /** What a new node starts with; may be incomplete. */
  initial: Readonly<Record<string, unknown>>;
  form: readonly FormField[];
  inputs(params: Readonly<Record<string, unknown>>): readonly Port[];
  /** Read tolerantly: a draft has ports before its parameters are right. */
  outputs(params: Readonly<Record<string, unknown>>): readonly Port[];
  compile(params: P, inputs: Readonly<Record<string, Predicate>>, walk: Walk): CompiledNode | null;
  examples: readonly P[];
}

/** A node type as the registry holds it: the parameters' type is closed over. */
export interface NodeType extends Omit<NodeDefinition<unknown>, 'params' | 'compile'> {
  compile(raw: unknown, inputs: Readonly<Record<string, Predicate>>, walk: Walk): CompiledNode | null;
  /** JSON Schema of the parameters, for the documentation. */
  schema: z.ZodType;
}

export function defineNode<P>(definition: NodeDefinition<P>): NodeType {
  const { params, compile, ...rest } = definition;
  return {
    ...rest,
    schema: params,
    compile(raw, inputs, walk) {
      const read = params.safeParse(raw);
      if (read.success) return compile(read.data, inputs, walk);
      reportIssues(read.error, walk.report);
      return null;
    },
  };
}

function reportIssues(error: z.ZodError, report: NodeReport): void {
  for (const { path, message } of paramIssues(error)) report.error('bad-params', path || null, message);
}
