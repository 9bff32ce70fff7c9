'use client';

import { Handle, Position } from '@xyflow/react';
import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { GraphNode, Port } from '@/rules-engine/index';
import { inputsOf, isOutput } from '../edits/ports';
import { countAt, useCounts } from '../rule/counts-context';
import { PortCount } from '../rule/port-count';
import { useTrace } from '../rule/trace-context';
import { useEditor } from '../state/editor-context';

interface Props {
  node: GraphNode;
  port: Port;
  side: 'in' | 'out';
  isOnly: boolean;
}

/** A port of a card: its handle, its number, its share of what comes in, and a bar of that. */
export function PortRow({ node, port, side, isOnly }: Props) {
  const t = useTranslations('editor.card');
  const text = useText();
  const format = useFormat();
  const { isEditable } = useEditor();
  const { answer, isStale } = useCounts();
  const trace = useTrace();
  // An output keeps those whom no earlier output took: that number is its result.
  const isResult = side === 'in' && isOutput(node);
  const counted = isResult ? 'value' : port.id;
  const count = countAt(answer, node.id, counted);
  const arrived = isResult ? countAt(answer, node.id, port.id) : null;
  const elsewhere = count && arrived ? arrived.n - count.n : 0;
  const whole = wholeOf(node, side, answer);
  const share = count && whole !== null && whole > 0 ? count.n / whole : null;
  const passes = side === 'out' && trace.answer ? trace.nodes.get(node.id)?.ports[port.id] : undefined;
  const label = side === 'in' && isOnly && !isResult ? t('in') : text(port.label);

  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a port, not a field set */}
      <div
        data-node={node.id}
        data-port={port.id}
        data-side={side}
        tabIndex={-1}
        role="group"
        aria-label={side === 'out' ? t('portOut', { port: label }) : t('portIn', { port: label })}
        className="relative flex h-7 items-center gap-1.5 rounded-sm px-2.5"
      >
        <Handle
          id={port.id}
          type={side === 'in' ? 'target' : 'source'}
          position={side === 'in' ? Position.Left : Position.Right}
          isConnectable={isEditable}
          className="port-handle"
        />
        <span className="flex min-w-0 flex-1 items-center gap-1 text-ink-soft" title={label}>
          {passes === true && <Check size={14} aria-label={t('passes')} className="shrink-0 text-ok-ink" />}
          {passes === false && (
            <X size={14} aria-label={t('passesNot')} className="shrink-0 text-ink-faint" />
          )}
          <span className="truncate">{label}</span>
        </span>
        <PortCount node={node.id} port={counted} label={label} outOfTabOrder />
        {share !== null && (side === 'out' || isResult) && (
          <span className={classNames('tabular w-11 text-right text-ink-faint', isStale && 'dimmed')}>
            {format.share(share)}
          </span>
        )}
        {share !== null && (side === 'out' || isResult) && (
          <span
            aria-hidden
            className="absolute right-2.5 bottom-0 left-2.5 h-0.5 overflow-hidden rounded-full bg-sunken"
          >
            <span className="block h-full bg-accent/60" style={{ width: `${Math.min(100, share * 100)}%` }} />
          </span>
        )}
      </div>
      {elsewhere > 0 && (
        <p className="px-2.5 pt-1 text-ink-faint text-xs">
          {t('elsewhere', { count: format.number(elsewhere) })}
        </p>
      )}
    </>
  );
}

/** What a share is of: the members coming in where there is one way in, else all members. */
function wholeOf(
  node: GraphNode,
  side: 'in' | 'out',
  answer: ReturnType<typeof useCounts>['answer'],
): number | null {
  if (!answer) return null;
  const [input, ...more] = inputsOf(node);
  if (side === 'in' || !input || more.length > 0) return answer.total;
  return countAt(answer, node.id, input.id)?.n ?? null;
}
