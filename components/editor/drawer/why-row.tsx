'use client';

import { Check, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useValueText } from '@/components/members/member-value';
import { useText } from '@/components/ui/use-text';
import type { ExplainRow } from '@/lib/contracts/counts';
import { useUnitText } from '../values/unit-texts';

/** One condition: whether it holds, what the member has, the bound, and how far off it is. */
export function WhyRow({ row, isOver = false }: { row: ExplainRow; isOver?: boolean }) {
  const t = useTranslations('editor.why');
  const text = useText();
  const valueText = useValueText();
  const unitText = useUnitText();
  const { holds, phrase, actual, masked, type, unit, threshold, short } = row;
  const Icon = holds ? Check : X;
  const kind = { type: type ?? ('text' as const), unit: type === 'money' ? unit : unitText(unit) };
  const shortOf =
    short === null || (holds && !isOver)
      ? null
      : type === 'date' || type === 'day'
        ? t(isOver ? 'overDays' : 'shortDays', { days: valueText(short, { type: 'number', unit: null }) })
        : t(isOver ? 'over' : 'short', { amount: valueText(short, kind) });
  return (
    <li className="grid grid-cols-[1.25rem_minmax(0,1fr)] items-start gap-x-2 px-2.5 py-1.5 sm:grid-cols-[1.25rem_minmax(0,1fr)_auto]">
      <Icon
        size={16}
        aria-label={t(holds ? 'holds' : 'holdsNot')}
        className={holds ? 'mt-0.5 text-ok-ink' : 'mt-0.5 text-danger-ink'}
      />
      <span className="break-words">{isOver ? t('notAnyMore', { phrase: text(phrase) }) : text(phrase)}</span>
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
