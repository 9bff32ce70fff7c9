'use client';

import { useTranslations } from 'next-intl';
import { definitionPath } from '@/components/definitions/kind-place';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import type { Run } from '@/lib/contracts/runs';
import { Movement } from './movement';
import { SizeAsOf } from './size-as-of';

/** The definitions whose members changed most in their latest run. */
export function Movers({ runs }: { runs: readonly Run[] }) {
  const t = useTranslations('home');
  const text = useText();
  if (runs.length === 0) return <p className="p-4 text-ink-faint">{t('nothingMoved')}</p>;
  return (
    <ul className="divide-y divide-line">
      {runs.map((run) => (
        <li key={run.id} className="flex items-center justify-between gap-3 px-4 py-2">
          <TextLink
            href={definitionPath(run.kind, run.definition, run.kind === 'layering' ? '/movement' : '/runs')}
            className="min-w-0 break-words"
          >
            {text(run.label)}
          </TextLink>
          <span className="flex shrink-0 items-baseline gap-3">
            <Movement run={run} />
            <span className="tabular text-ink-faint text-sm">
              <SizeAsOf size={run.size} asOf={run.asOf} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
