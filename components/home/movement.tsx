'use client';

import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/ui/use-format';
import type { Run } from '@/lib/contracts/runs';

type Counts = Pick<Run, 'entered' | 'left' | 'moved'>;

const signs: Record<keyof Counts, { sign: string; look: string }> = {
  entered: { sign: '+', look: 'text-ok-ink' },
  left: { sign: '−', look: 'text-danger-ink' },
  moved: { sign: '⇄', look: 'text-accent-ink' },
};
const kinds = ['entered', 'left', 'moved'] as const;

/** Who came in, who went, who changed values, with a sign and a word for who doesn't see the colour. */
export function Movement({ run }: { run: Counts }) {
  const t = useTranslations('home');
  const format = useFormat();
  const shown = kinds.filter((kind) => run[kind] > 0);
  if (shown.length === 0) return <span className="text-ink-faint">{t('unchanged')}</span>;
  return (
    <span className="tabular whitespace-nowrap">
      {shown.map((kind) => (
        <span
          key={kind}
          className={`ml-1.5 ${signs[kind].look}`}
          title={t(kind === 'moved' ? 'movedTo' : kind)}
        >
          {signs[kind].sign}
          {format.number(run[kind])}
          <span className="sr-only"> {t(kind === 'moved' ? 'movedTo' : kind)}</span>
        </span>
      ))}
    </span>
  );
}
