'use client';

import { ArrowRight, Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { useValueText } from '@/components/members/member-value';
import { useText } from '@/components/ui/use-text';
import type { ExplainNode, ExplainRow } from '@/lib/contracts/counts';
import { findNodeType, type GraphNode } from '@/rules-engine/index';
import { NodeIcon } from '../canvas/node-icon';
import { outputsOf } from '../edits/ports';
import { useNodeName } from '../rule/node-name';
import { useEditor } from '../state/editor-context';
import { goToField } from '../state/view';
import { useUnitText } from '../values/unit-texts';

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

function WhyRow({ row }: { row: ExplainRow }) {
  const t = useTranslations('editor.why');
  const text = useText();
  const valueText = useValueText();
  const unitText = useUnitText();
  const { holds, phrase, actual, masked, type, unit, threshold, short } = row;
  const Icon = holds ? Check : X;
  const kind = { type: type ?? ('text' as const), unit: type === 'money' ? unit : unitText(unit) };
  const shortOf =
    short === null || holds
      ? null
      : type === 'date'
        ? t('shortDays', { days: valueText(short, { type: 'number', unit: null }) })
        : t('short', { amount: valueText(short, kind) });
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-start gap-x-2 px-2.5 py-1.5 sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]">
      <Icon
        size={16}
        aria-label={t(holds ? 'holds' : 'holdsNot')}
        className={holds ? 'mt-0.5 text-ok-ink' : 'mt-0.5 text-danger-ink'}
      />
      <span className="break-words">{text(phrase)}</span>
      <span className="col-start-2 flex flex-wrap gap-x-3 text-sm sm:col-start-3 sm:justify-end sm:text-right">
        <span>
          {t('actual')}{' '}
          <b className="tabular font-medium">
            {masked ? t('masked') : actual === null ? t('empty') : valueText(actual, kind)}
          </b>
        </span>
        {threshold !== null && (
          <span className="text-ink-faint">
            {t('threshold')} <span className="tabular">{valueText(threshold, kind)}</span>
          </span>
        )}
        {shortOf && <span className="text-danger-ink">{shortOf}</span>}
      </span>
    </li>
  );
}
