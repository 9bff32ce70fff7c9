'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { shownCut } from '@/rules-engine/index';
import { useNodeName } from '../rule/node-name';
import { useGraph } from '../state/editor-context';
import { useCutAmount } from './cut-amount';
import type { CutChange } from './proposal';

/** Each cut: what the drawing has, what was computed, and from what. */
export function CutChanges({ cuts }: { cuts: readonly CutChange[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {cuts.map((change) => (
        <Change key={`${change.cut.node} ${change.cut.param}`} {...change} />
      ))}
    </ul>
  );
}

function Change({ cut, stored, isChanged }: CutChange) {
  const t = useTranslations('layers.cutpoints');
  const text = useText();
  const format = useFormat();
  const amount = useCutAmount();
  const nodeName = useNodeName();
  const node = useGraph().nodes.find(({ id }) => id === cut.node);
  const { rule, of, present, mean, median, min, max, values, problem } = cut;
  const shown = (at: readonly number[] | null) =>
    amount(at?.map((value) => shownCut(value, cut.rounds)) ?? null, cut);
  const how =
    rule.by === 'quantile'
      ? t('how.quantile', { share: format.share(rule.share) })
      : rule.by === 'groups'
        ? t('how.groups', { groups: rule.groups })
        : t(`how.${rule.by}`);
  return (
    <li className="flex flex-col gap-1 px-3 py-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span>
          <span className="font-medium">{text(cut.label)}</span>{' '}
          <span className="text-ink-faint text-sm">
            {[node && nodeName(node), how].filter(Boolean).join(' · ')}
          </span>
        </span>
        <span className="tabular">
          {isChanged && stored !== null && (
            <>
              <span className="text-ink-faint line-through">{shown(stored)}</span>{' '}
              <ArrowRight size={12} aria-label={t('to')} className="inline text-ink-faint" />{' '}
            </>
          )}
          <span className="font-medium">{shown(values)}</span>
          {!isChanged && values !== null && <span className="text-ink-faint text-sm"> {t('same')}</span>}
        </span>
      </p>
      {present > 0 && (
        <p className="tabular text-ink-soft text-sm">
          {t('from', {
            present: format.number(present),
            of: format.number(of),
            mean: amount(mean, cut),
            median: amount(median, cut),
            min: amount(min, cut),
            max: amount(max, cut),
          })}
        </p>
      )}
      {problem && <p className="text-sm text-warn-ink">{t(`problem.${problem}`)}</p>}
    </li>
  );
}
