'use client';

import { ChevronsUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useText } from '@/components/ui/use-text';
import type { DistanceDto } from '@/lib/contracts/counts';
import { WhyRow } from './why-row';

/** What the member lacks for each output above its own: the fewest conditions, and by how much each is missed. */
export function WhyAbove({ above }: { above: readonly DistanceDto[] }) {
  const t = useTranslations('editor.why');
  if (above.length === 0) return null;
  return (
    <section aria-label={t('above')} className="flex flex-col gap-2">
      <h3 className="flex items-center gap-1.5 font-medium">
        <ChevronsUp size={16} aria-hidden />
        {t('above')}
      </h3>
      <ol className="flex flex-col gap-2">
        {above.map((distance) => (
          <Above key={distance.node} distance={distance} />
        ))}
      </ol>
    </section>
  );
}

function Above({ distance: { label, missing } }: { distance: DistanceDto }) {
  const t = useTranslations('editor.why');
  const text = useText();
  const name = text(label);
  return (
    <li className="rounded-md border border-line">
      <p className="flex min-h-8 flex-wrap items-center gap-2 px-2.5">
        <span className="font-medium">{name}</span>
        <Badge tone="neutral">
          {missing === null ? t('noWay') : t('missing', { count: missing.length })}
        </Badge>
      </p>
      {missing && missing.length > 0 && (
        <ul className="divide-y divide-line border-line border-t">
          {missing.map(({ node, row, wanted }, index) =>
            row ? (
              <WhyRow key={`${node} ${row.param}`} row={row} isOver={!wanted} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: what isn't a row has no other name
              <li key={index} className="px-2.5 py-1.5 text-ink-soft">
                {t('otherStep')}
              </li>
            ),
          )}
        </ul>
      )}
    </li>
  );
}
