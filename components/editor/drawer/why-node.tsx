'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { useText } from '@/components/ui/use-text';
import type { ExplainNode } from '@/lib/contracts/counts';
import { findNodeType, type GraphNode } from '@/rules-engine/index';
import { NodeIcon } from '../canvas/node-icon';
import { outputsOf } from '../edits/ports';
import { useNodeName } from '../rule/node-name';
import { useEditor } from '../state/editor-context';
import { goToField } from '../state/view';
import { WhyRow } from './why-row';

/** One step of a member's way: each condition with ✓ or ✗, and the port it leaves by. */
export function WhyNode({ node, step }: { node: GraphNode; step: ExplainNode }) {
  const t = useTranslations('editor.why');
  const text = useText();
  const { view } = useEditor();
  const name = useNodeName()(node);
  const leaves = outputsOf(node).filter(({ id }) => step.ports[id]);
  return (
    <li className="rounded-md border border-line">
      <p className="flex min-h-8 flex-wrap items-center gap-2 px-2.5">
        <NodeIcon name={findNodeType(node.type)?.icon} />
        <Button
          onPress={() => goToField(view, node.id, null)}
          className="rounded-sm font-medium underline-offset-2 data-hovered:underline"
        >
          {name}
        </Button>
        {leaves.map((port) => (
          <span key={port.id} className="flex items-center gap-1 text-ink-soft">
            <ArrowRight size={14} aria-label={t('leaves')} />
            {text(port.label)}
          </span>
        ))}
      </p>
      {step.rows.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {step.rows.map((row) => (
            <WhyRow key={row.param} row={row} />
          ))}
        </ul>
      )}
    </li>
  );
}
