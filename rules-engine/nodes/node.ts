import type { z } from 'zod';
import type { Walk } from '../compile/subject';
import { readParam } from '../diagnostics/param-issue';
import type { GraphKind } from '../graph/graph';
import type { Predicate } from '../ir/predicate';
import type { Description } from '../sentence/description';
import type { Phrase } from '../sentence/phrases';
import type { Text } from '../text';
import type { FormField } from './form';

export interface Port {
  id: string;
  label: Text;
}

export type NodeGroup = 'sources' | 'conditions' | 'sets' | 'outputs';

/** What being at an output port says of a member that came in. */
export interface PortPhrase extends Phrase {
  /** The port for those who aren't at another one of the node: “the others”. */
  rest?: boolean;
}

/** What a node gives: a predicate for each output port, and what the inspector and sentence say of it. */
export interface CompiledNode {
  outputs: Readonly<Record<string, Predicate>>;
  /** By output port; a port without one says nothing, or what `describe` makes of the inputs. */
  phrases?: Readonly<Record<string, PortPhrase>>;
  /** A sentence behind that of the whole graph: what a score is made of. */
  aside?: Text;
  /** What it asks, in one line. */
  summary: Text;
  /** For output nodes. */
  result?: NodeResult;
}

/** What an output node gives the members that come in. */
export interface NodeResult {
  /** '' for a segment. */
  value: string;
  label: Text;
  /** It takes all members that no other output takes, whatever their order. */
  rest?: boolean;
}

/** A node type as its file declares it. */
export interface NodeDefinition<P> {
  type: string;
  /** True when every member that comes in by the one input port leaves by exactly one output port. */
  parts?: boolean;
  /** For outputs: it takes all members that no other output takes. */
  takesRest?: boolean;
  /** For outputs: the parameter that says what is given. */
  valueParam?: string;
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
  /** For nodes that combine sets: what its output is in words, from what its inputs are. */
  describe?(inputs: Readonly<Record<string, Description>>): Description;
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
      const read = readParam(params, raw);
      if (read.ok) return compile(read.value, inputs, walk);
      for (const { path, message } of read.issues) walk.report.error('bad-params', path || null, message);
      return null;
    },
  };
}
