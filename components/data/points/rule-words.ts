import type { useTranslations } from 'next-intl';
import type { PointRule, PointRuleDto } from '@/lib/contracts/points';
import type { Formatter } from '@/lib/i18n/format';
import { type Text, unitText } from '@/rules-engine/index';

type Told = Pick<PointRuleDto, 'rule' | 'counted' | 'measure'>;

/** One language: its messages, names and numbers. */
interface Language {
  t: ReturnType<typeof useTranslations<'points.text'>>;
  text: (text: Text) => string;
  format: Pick<Formatter, 'number' | 'money'>;
}

/** A rule in words: what earns how many, and what else is to be known of it. */
export function ruleWords(told: Told, language: Language): { what: string; besides: string[] } {
  return { what: whatOf(told, language), besides: besidesOf(told.rule, language) };
}

function whatOf({ rule, counted, measure }: Told, { t, text, format }: Language): string {
  if (!counted) return t('gone');
  if (rule.kind === 'task') return t('task', { counted: text(counted), points: rule.points });
  const { worth } = rule;
  if (worth.kind === 'fixed') return t('eachEvent', { counted: text(counted), points: worth.points });
  const unit = measure?.unit ? ` ${text(unitText(measure.unit, worth.amount))}` : '';
  return t('perAmount', {
    counted: text(counted),
    measure: measure ? lowered(text(measure.label)) : worth.property,
    amount:
      measure?.type === 'money'
        ? format.money(worth.amount, measure.unit)
        : `${format.number(worth.amount)}${unit}`,
    points: worth.points,
  });
}

function besidesOf(rule: PointRule, { t }: Language): string[] {
  const { expiresAfterDays: days } = rule;
  if (rule.kind === 'task') return [days === null ? t('never') : t('expiresTask', { days })];
  const { mostPerDay, from } = rule;
  return [
    ...(mostPerDay === null ? [] : [t('mostPerDay', { points: mostPerDay })]),
    from === null ? t('fromFirst') : t('from', { day: from }),
    days === null ? t('never') : t('expires', { days }),
  ];
}

/** A label inside an English sentence: `Amount` → `amount`; an abbreviation (`KOC score`) keeps its capitals. */
function lowered(label: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}
