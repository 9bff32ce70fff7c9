'use client';

import type { NodeProps } from '@xyflow/react';
import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { ColorSwatch } from '@/components/layers/color-swatch';
import { nodeColor } from '@/components/layers/node-color';
import { classNames } from '@/components/ui/class-names';
import { useText } from '@/components/ui/use-text';
import { findNodeType, type GraphNode } from '@/rules-engine/index';
import { inputsOf, outputsOf } from '../edits/ports';
import { useNodeName } from '../rule/node-name';
import { isReached } from '../rule/node-reach';
import { useRule } from '../rule/rule-context';
import { useTrace } from '../rule/trace-context';
import { useDraftState, useView } from '../state/editor-context';
import { NodeIcon } from './node-icon';
import { PortRow } from './port-row';

/** A node as a card. It reads everything but its id from the document, so React Flow holds nothing of it. */
export const StepCard = memo(function StepCard({ id }: NodeProps) {
  const node = useDraftState((state) => state.journal.graph.nodes.find((candidate) => candidate.id === id));
  return node ? <Card node={node} /> : null;
});

function Card({ node }: { node: GraphNode }) {
  const t = useTranslations('editor.card');
  const text = useText();
  const name = useNodeName()(node);
  const { compiled, info, problems } = useRule();
  const trace = useTrace();
  const isSelected = useView((view) => view.nodes.has(node.id));
  const type = findNodeType(node.type);
  const color = nodeColor(node);
  const inputs = inputsOf(node);
  const outputs = outputsOf(node);
  const own = problems.get(node.id) ?? [];
  const [problem] = [...own].sort((a, b) => a.severity.localeCompare(b.severity));
  const summary = info.get(node.id)?.summary;
  const step = trace.answer ? trace.nodes.get(node.id) : undefined;
  const isDimmed = trace.answer ? !step?.reached : !isReached(node, compiled);

  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of ports, not a field set
    <div
      role="group"
      data-node={node.id}
      tabIndex={-1}
      aria-label={t('label', { name, summary: summary ? text(summary) : t('unfinished') })}
      aria-describedby={problem ? `problem-${node.id}` : undefined}
      className={classNames(
        'w-60 rounded-lg border bg-surface text-sm outline-offset-2 transition-[box-shadow,border-color]',
        isSelected ? 'border-accent shadow-[0_0_0_1px_var(--color-accent)]' : 'border-line-strong/60',
        problem?.severity === 'error' && !isSelected && 'border-danger',
      )}
    >
      <div className={classNames(isDimmed && 'dimmed')}>
        <header className="flex h-9 items-center gap-2 px-2.5">
          <span className="flex size-6 items-center justify-center rounded-md bg-sunken text-ink-soft">
            <NodeIcon name={type?.icon} size={14} />
          </span>
          {color !== null && <ColorSwatch color={color} />}
          <span className="min-w-0 flex-1 truncate font-medium text-base" title={name}>
            {name}
          </span>
          {problem && <ProblemMark severity={problem.severity} />}
        </header>
        <div className="h-11 px-2.5 leading-5">
          {problem?.severity === 'error' ? (
            <p
              id={`problem-${node.id}`}
              className="line-clamp-2 text-danger-ink"
              title={text(problem.message)}
            >
              {text(problem.message)}
            </p>
          ) : (
            <p className="line-clamp-2 break-words text-ink-soft" title={summary ? text(summary) : undefined}>
              {summary ? text(summary) : t('unfinished')}
            </p>
          )}
        </div>
      </div>
      <div className="border-line border-t pb-2">
        {inputs.map((port) => (
          <PortRow key={`in ${port.id}`} node={node} port={port} side="in" isOnly={inputs.length === 1} />
        ))}
        {outputs.map((port) => (
          <PortRow key={`out ${port.id}`} node={node} port={port} side="out" isOnly={outputs.length === 1} />
        ))}
      </div>
    </div>
  );
}

function ProblemMark({ severity }: { severity: 'error' | 'warning' }) {
  const t = useTranslations('editor.problems');
  const Icon = severity === 'error' ? OctagonAlert : TriangleAlert;
  return (
    <Icon
      size={16}
      aria-label={t(severity)}
      className={severity === 'error' ? 'shrink-0 text-danger-ink' : 'shrink-0 text-warn-ink'}
    />
  );
}
