'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { PointRule, PointRuleDto } from '@/lib/contracts/points';
import { unitText } from '@/rules-engine/index';

type Told = Pick<PointRuleDto, 'rule' | 'counted' | 'measure'>;

/** A rule in words: what earns how many, and what else is to be known of it. */
export function useRuleText(): (told: Told) => { what: string; besides: string[] } {
  const t = useTranslations('points.text');
  const text = useText();
  const format = useFormat();
  const amountText = (amount: number, measure: Told['measure']) => {
    if (measure?.type === 'money') return format.money(amount, measure.unit);
    const unit = measure?.unit ? ` ${text(unitText(measure.unit, amount))}` : '';
    return `${format.number(amount)}${unit}`;
  };
  const whatOf = ({ rule, counted, measure }: Told): string => {
    if (!counted) return t('gone');
    if (rule.kind === 'task') return t('task', { counted: text(counted), points: rule.points });
    const { worth } = rule;
    if (worth.kind === 'fixed') return t('eachEvent', { counted: text(counted), points: worth.points });
    return t('perAmount', {
      counted: text(counted),
      measure: measure ? lowered(text(measure.label)) : worth.property,
      amount: amountText(worth.amount, measure),
      points: worth.points,
    });
  };
  return (told) => ({ what: whatOf(told), besides: besidesOf(told.rule, t) });
}

function besidesOf(rule: PointRule, t: ReturnType<typeof useTranslations<'points.text'>>): string[] {
  const { expiresAfterDays: days } = rule;
  const end = days === null ? t('never') : t('expires', { days });
  if (rule.kind === 'task') return [end];
  const { mostPerDay, from } = rule;
  return [
    ...(mostPerDay === null ? [] : [t('mostPerDay', { points: mostPerDay })]),
    ...(from === null ? [] : [t('from', { day: from })]),
    end,
  ];
}

/** A label inside an English sentence: `Amount` → `amount`; an abbreviation (`KOC score`) keeps its capitals. */
function lowered(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
