'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import {
  type CompiledGraph,
  type CompiledNodeInfo,
  compileGraph,
  type Diagnostic,
  type Environment,
  type Graph,
  parseAsOf,
} from '@/rules-engine/index';
import { useEditor, useGraph, useView } from '../state/editor-context';
import { ruleKey } from './rule-key';

/** What the drawing means, compiled in the browser: it needs no answer of the server, so it is as quick as typing. */
export interface Rule {
  /** Equal for drawings that select the same. */
  key: string;
  graph: Graph;
  compiled: CompiledGraph;
  environment: Environment;
  info: ReadonlyMap<string, CompiledNodeInfo>;
  /** By node; those of the graph as a whole under ''. */
  problems: ReadonlyMap<string, readonly Diagnostic[]>;
}

const RuleContext = createContext<Rule | null>(null);

export function RuleProvider({ children }: { children: ReactNode }) {
  const { catalogue } = useEditor();
  const graph = useGraph();
  const asOf = useView((view) => view.asOf);
  // One "now" as long as the editor is open: relative dates don't shift under the hand.
  const [now] = useState(() => Date.now());
  const environment = useMemo<Environment>(() => {
    const { timeZone, currency: _, ...engineCatalogue } = catalogue;
    const at = asOf === null ? now : (parseAsOf(asOf, timeZone) ?? now);
    return { catalogue: engineCatalogue, timeZone, asOf: at, bounds: new Map() };
  }, [catalogue, asOf, now]);
  const key = useMemo(() => ruleKey(graph), [graph]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all of the graph that the compile reads
  const rule = useMemo<Rule>(() => {
    const compiled = compileGraph(graph, environment);
    const problems = new Map<string, Diagnostic[]>();
    for (const problem of compiled.diagnostics) {
      const of = problem.node ?? '';
      problems.set(of, [...(problems.get(of) ?? []), problem]);
    }
    const info = new Map(compiled.nodes.map((node) => [node.id, node]));
    return { key, graph, compiled, environment, info, problems };
  }, [key, environment]);
  return <RuleContext value={rule}>{children}</RuleContext>;
}

export function useRule(): Rule {
  const rule = useContext(RuleContext);
  if (!rule) throw new Error('useRule needs a RuleProvider above it.');
  return rule;
}
