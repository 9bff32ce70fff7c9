'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { FieldOption, FieldType } from '@/lib/contracts/catalogue';
import type { MemberValue } from '@/lib/contracts/members';
import { unitText } from '@/rules-engine/index';

export interface ValueKind {
  type: FieldType;
  unit: string | null;
  options?: readonly FieldOption[];
}

/** A stored value in the page's language: money with its currency, options by their label, dates in the zone. */
export function useValueText(): (value: MemberValue | null | undefined, kind: ValueKind) => string {
  const format = useFormat();
  const text = useText();
  const t = useTranslations('common');
  return (value, { type, unit, options = [] }) => {
    if (value === null || value === undefined) return '–';
    const label = (one: string) => {
      const option = options.find((known) => known.value === one);
      return option ? text(option.label) : one;
    };
    if (Array.isArray(value)) return value.map(label).join(', ');
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') {
      if (type === 'money') return format.money(value, unit);
      return unit ? `${format.number(value)} ${text(unitText(unit, value))}` : format.number(value);
    }
    // A date without a time of day reads better without one; the zone decides whether it has one.
    if (type === 'date') {
      const instant = format.instant(value);
      return instant.endsWith(' 00:00') ? format.date(value) : instant;
    }
    return label(value);
  };
}

export function MemberValueText({ value, kind }: { value: MemberValue | null | undefined; kind: ValueKind }) {
  const valueText = useValueText();
  if (value === null || value === undefined) return <span className="text-ink-faint">–</span>;
  return <span className="break-words">{valueText(value, kind)}</span>;
}
