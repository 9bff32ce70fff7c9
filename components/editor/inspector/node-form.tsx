'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { useText } from '@/components/ui/use-text';
import type { GraphNode } from '@/rules-engine/index';
import type { ParamPath } from '../document/command';
import { readParam } from '../document/write-param';
import { useEdits } from '../edits/use-edits';
import { useRule } from '../rule/rule-context';
import { useEditor } from '../state/editor-context';

const NodeContext = createContext<GraphNode | null>(null);

/** The node whose form is below. */
export function NodeForm({ node, children }: { node: GraphNode; children: ReactNode }) {
  return <NodeContext value={node}>{children}</NodeContext>;
}

export function useFormNode(): GraphNode {
  const node = useContext(NodeContext);
  if (!node) throw new Error('useFormNode needs a NodeForm above it.');
  return node;
}

export interface Param {
  value: unknown;
  /** What is wrong with it, in the page's language. */
  error: string | undefined;
  isDisabled: boolean;
  /** A choice: a step of undo of its own. */
  choose(value: unknown): void;
  /** Typing: joins with what was typed here before, until the field is left. */
  type(value: unknown): void;
}

/** How a value came about, for what is changed as a part of something larger. */
export type HowChanged = 'choose' | 'type';

/** One parameter of the node: its value, its problem, and how it is changed. */
export function useParam(path: ParamPath | readonly []): Param {
  const node = useFormNode();
  const { isEditable } = useEditor();
  const { setParam, typeParam } = useEdits();
  const text = useText();
  const { problems } = useRule();
  const param = path.join('.');
  const problem = problems
    .get(node.id)
    ?.find((candidate) => (candidate.param ?? '') === param && param !== '');
  return {
    value: readParam(node.params, [...path]),
    error: problem && text(problem.message),
    isDisabled: !isEditable,
    choose: (value) => setParam(node.id, [...path], value),
    type: (value) => typeParam(node.id, [...path], value),
  };
}

/** Marks where a parameter is entered, so that a problem can lead there. */
export function FieldAnchor({
  path,
  children,
  className,
}: {
  path: readonly (string | number)[];
  children: ReactNode;
  className?: string;
}) {
  return (
    <div data-param={path.join('.')} className={className}>
      {children}
    </div>
  );
}
