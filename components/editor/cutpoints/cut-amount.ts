'use client';

import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { CutQuestion } from '@/rules-engine/index';
import { unitText } from '@/rules-engine/index';

type Kind = Pick<CutQuestion, 'unit' | 'money'>;

/** A value that a number is cut at, with its unit; several are listed. */
export function useCutAmount(): (value: number | readonly number[] | null, kind: Kind) => string {
  const format = useFormat();
  const text = useText();
  const one = (value: number, { unit, money }: Kind) => {
    if (money) return format.money(value, unit);
    return unit ? `${format.number(value)} ${text(unitText(unit, value))}` : format.number(value);
  };
  return (value, kind) => {
    if (value === null) return '–';
    return typeof value === 'number' ? one(value, kind) : value.map((cut) => one(cut, kind)).join(' · ');
  };
}
