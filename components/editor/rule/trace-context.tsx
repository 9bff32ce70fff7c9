'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { api } from '@/components/data-client/api';
import { useDebounced } from '@/components/ui/use-debounced';
import { type ExplainAnswer, type ExplainNode, explainAnswerSchema } from '@/lib/contracts/counts';
import { useEditor, useView } from '../state/editor-context';
import { useRule } from './rule-context';

/** One member's way through the drawing, while the drawer explains it. */
export interface Trace {
  answer: ExplainAnswer | null;
  nodes: ReadonlyMap<string, ExplainNode>;
  isStale: boolean;
  isPending: boolean;
  error: unknown;
  retry(): void;
}

const TraceContext = createContext<Trace | null>(null);

export function TraceProvider({ children }: { children: ReactNode }) {
  const { definition } = useEditor();
  const rule = useRule();
  const asked = useDebounced(rule, 250);
  const asOf = useView((view) => view.asOf);
  const member = useView((view) => (view.drawer === 'why' ? view.member : null));
  const { data, isPlaceholderData, isPending, error, refetch } = useQuery({
    queryKey: ['explain', definition.id, member, asOf, asked.key],
    enabled: member !== null,
    queryFn: ({ signal }) =>
      api(explainAnswerSchema, '/api/explain', {
        method: 'POST',
        body: { graph: asked.graph, member, asOf: asOf ?? undefined, definition: definition.id },
        signal,
      }),
    placeholderData: member === null ? undefined : keepPreviousData,
    refetchOnWindowFocus: false,
  });
  const trace = useMemo<Trace>(() => {
    const answer = member === null ? null : (data ?? null);
    return {
      answer,
      nodes: new Map(answer?.nodes.map((node) => [node.node, node])),
      isStale: isPlaceholderData || asked.key !== rule.key,
      isPending: member !== null && isPending,
      error,
      retry: () => void refetch(),
    };
  }, [member, data, isPlaceholderData, isPending, error, refetch, asked.key, rule.key]);
  return <TraceContext value={trace}>{children}</TraceContext>;
}

export function useTrace(): Trace {
  const trace = useContext(TraceContext);
  if (!trace) throw new Error('useTrace needs a TraceProvider above it.');
  return trace;
}
