'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import type { Usage } from '@/lib/contracts/catalogue';
import { useUsage } from './catalogue-mutations';

const hrefs: Record<Usage['kind'], (id: string) => string> = {
  tag: (id) => `/tags/${encodeURIComponent(id)}`,
  segment: (id) => `/segments/${encodeURIComponent(id)}`,
  metric: (id) => `/data/metrics/${encodeURIComponent(id)}`,
};

/** What reads a field or an event type: while something does, its type stays and it can't be deleted. */
export function UsageList({ of }: { of: Parameters<typeof useUsage>[0] }) {
  const t = useTranslations('data.usage');
  const text = useText();
  const query = useUsage(of);
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-6" />}>
      {({ usage }) =>
        usage.length === 0 ? (
          <p className="text-ink-faint">{t('none')}</p>
        ) : (
          <ul className="flex flex-col gap-1">
            {usage.map(({ kind, id, label, state }) => (
              <li key={`${kind} ${id} ${state}`} className="flex flex-wrap items-center gap-2">
                <TextLink href={hrefs[kind](id)}>{text(label)}</TextLink>
                <span className="text-ink-faint text-sm">{t(kind)}</span>
                {state === 'draft' && <Badge>{t('draft')}</Badge>}
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
