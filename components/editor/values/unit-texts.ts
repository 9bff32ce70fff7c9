'use client';

import { useText } from '@/components/ui/use-text';
import { lookUp } from '@/rules-engine/index';

/** Units that the engine gives to computed values, as they stand behind a number field. */
const unitTexts: Readonly<Record<string, { zh: string; en: string }>> = {
  days: { zh: '天', en: 'days' },
  points: { zh: '分', en: 'points' },
  times: { zh: '次', en: 'times' },
  pieces: { zh: '件', en: 'pieces' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
  years: { zh: '岁', en: 'years' },
};

/** A unit in the page's language; one of the catalogue's own stands as it is. */
export function useUnitText(): (unit: string | null) => string | null {
  const text = useText();
  return (unit) => {
    const known = unit === null ? undefined : lookUp(unitTexts, unit);
    return known ? text(known) : unit;
  };
}
