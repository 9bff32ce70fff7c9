'use client';

import { useTranslations } from 'next-intl';
import type { InspectAnswer } from '@/lib/contracts/imports';

/** How much of the file the guesses about its columns rest on. */
export function LookedAt({ looked: { rows, isWhole } }: Pick<InspectAnswer, 'looked'>) {
  const t = useTranslations('imports.reading');
  return (
    <p className="px-4 pt-3 text-ink-faint text-sm">
      {t(isWhole ? 'lookedAtAll' : 'lookedAtFirst', { count: rows })}
    </p>
  );
}
