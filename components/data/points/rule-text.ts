'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { PointRuleDto } from '@/lib/contracts/points';
import { ruleWords } from './rule-words';

/** A rule in words, in the language of the page. */
export function useRuleText(): (
  told: Pick<PointRuleDto, 'rule' | 'counted' | 'measure'>,
) => ReturnType<typeof ruleWords> {
  const t = useTranslations('points.text');
  const text = useText();
  const format = useFormat();
  return (told) => ruleWords(told, { t, text, format });
}
