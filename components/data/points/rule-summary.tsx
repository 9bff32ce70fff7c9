'use client';

import { useTranslations } from 'next-intl';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import type { PointRule } from '@/lib/contracts/points';
import { compileSubject, lookUp } from '@/rules-engine/index';
import { useRuleText } from './rule-text';

interface Props {
  rule: PointRule | null;
  catalogue: EngineCatalogue;
  /** The catalogue has all that the rule reads. */
  isKnown: boolean;
  isNew: boolean;
}

/** The rule in words as it is being entered, and when it takes effect. */
export function RuleSummary({ rule, catalogue, isKnown, isNew }: Props) {
  const t = useTranslations('points.form');
  const words = useTranslations('points.text');
  const ruleText = useRuleText();
  if (!rule || !isKnown) return <p className="text-ink-faint">{words('incomplete')}</p>;
  const { what, besides } = ruleText({ rule, ...wordsOf(rule, catalogue) });
  return (
    <div className="flex flex-col gap-3">
      <p className="font-medium">{what}</p>
      <ul className="list-disc pl-5 text-ink-soft">
        {besides.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p className="text-ink-faint text-sm">{t(isNew ? 'next' : 'counts')}</p>
    </div>
  );
}

function wordsOf(rule: PointRule, { timeZone, currency: _, ...catalogue }: EngineCatalogue) {
  if (rule.kind === 'task') {
    return { counted: lookUp(catalogue.segments, rule.segment)?.label ?? null, measure: null };
  }
  const { eventType, where, worth } = rule;
  const operand = { kind: 'event', eventType, fn: 'count', window: { kind: 'allTime' }, where };
  const compiled = compileSubject(operand, { catalogue, timeZone, asOf: Date.now(), bounds: new Map() });
  const type = lookUp(catalogue.eventTypes, eventType);
  const found = worth.kind === 'per' && type ? lookUp(type.props, worth.property) : undefined;
  return {
    counted: compiled.ok ? compiled.subject.happening : null,
    measure: found
      ? {
          label: found.label,
          type: found.type === 'money' ? ('money' as const) : ('number' as const),
          unit: found.unit,
        }
      : null,
  };
}
