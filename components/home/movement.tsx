'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/ui/use-format';
import type { Run } from '@/lib/contracts/runs';

/** Who came in and who went, with a sign and a word for who doesn't see the colour. */
export function Movement({ run: { entered, left } }: { run: Pick<Run, 'entered' | 'left'> }) {
  const t = useTranslations('home');
  const format = useFormat();
  if (entered === 0 && left === 0) return <span className="text-ink-faint">{t('unchanged')}</span>;
  return (
    <span className="tabular whitespace-nowrap">
      {entered > 0 && (
        <span className="text-ok-ink">
          +{format.number(entered)}
          <span className="sr-only"> {t('entered')}</span>
        </span>
      )}{' '}
      {left > 0 && (
        <span className="text-danger-ink">
          −{format.number(left)}
          <span className="sr-only"> {t('left')}</span>
        </span>
      )}
    </span>
  );
}
