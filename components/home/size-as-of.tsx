'use client';

import { useTranslations } from 'next-intl';
import { useAsOfText } from '@/components/definitions/as-of-text';
import { useFormat } from '@/components/ui/use-format';

/** How many members a run gave something to, and as of when. */
export function SizeAsOf({ size, asOf }: { size: number; asOf: string }) {
  const t = useTranslations('home');
  const format = useFormat();
  const asOfText = useAsOfText();
  return (
    <span className="whitespace-nowrap">
      {format.number(size)}{' '}
      <span className="text-ink-faint text-sm">{t('asOf', { at: asOfText(asOf) })}</span>
    </span>
  );
}
