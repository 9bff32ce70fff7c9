'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { definitionPath } from '@/components/definitions/kind-place';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import type { Usage } from '@/lib/contracts/catalogue';
import { useUsage } from './catalogue-mutations';

const hrefs: Record<Usage['kind'], (id: string) => string> = {
  tag: (id) => definitionPath('tag', id),
  segment: (id) => definitionPath('segment', id),
  layering: (id) => definitionPath('layering', id),
  metric: (id) => `/data/metrics/${encodeURIComponent(id)}`,
  pointRule: (id) => `/data/points/rules/${encodeURIComponent(id)}`,
};

/** What reads a field or an event type: while something does, its type stays and it can't be deleted. */
export function UsageList({ of }: { of: Parameters<typeof useUsage>[0] }) {
  const query = useUsage(of);
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-6" />}>
      {({ usage }) => <UsageEntries usage={usage} />}
    </Loaded>
  );
}

/** Places where something is used, as links; `none` says what to do with what isn't used yet. */
export function UsageEntries({ usage, none }: { usage: readonly Usage[]; none?: ReactNode }) {
  const t = useTranslations('data.usage');
  const text = useText();
  if (usage.length === 0) return <p className="text-ink-faint">{none ?? t('none')}</p>;
  return (
    <ul className="flex flex-col gap-1">
      {usage.map(({ kind, id, label, state }) => (
        <li key={`${kind} ${id} ${state}`} className="flex flex-wrap items-center gap-2">
          <TextLink href={hrefs[kind](id)}>{text(label)}</TextLink>
          <span className="text-ink-faint text-sm">{t(kind)}</span>
          {state === 'draft' && <Badge>{t('draft')}</Badge>}
        </li>
      ))}
    </ul>
  );
}
