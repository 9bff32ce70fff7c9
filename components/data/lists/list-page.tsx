'use client';

import { ListChecks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { UsageEntries } from '@/components/data/usage-list';
import { isNotFound } from '@/components/data-client/is-not-found';
import { Loaded } from '@/components/data-client/loaded';
import { Crumb } from '@/components/frame/crumb';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { Page, Panel } from '@/components/ui/page';
import { PageSkeleton, Skeleton } from '@/components/ui/skeleton';
import { ListActions } from './list-actions';
import { ListOutcome } from './list-outcome';
import { ListState } from './list-state';
import { useIdTypeName } from './use-id-type-name';
import { useList, useListUsage } from './use-lists';

/** One list: how far it is, what came of its ids, who is on it, and the rules that read it. */
export function ListPage({ id }: { id: string }) {
  const t = useTranslations('lists');
  const typeName = useIdTypeName();
  const query = useList(id);
  if (isNotFound(query.error)) return <Gone />;
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {({ list }) => (
        <Page
          title={
            <span className="flex flex-wrap items-center gap-2">
              {list.label} <ListState state={list.state} />
            </span>
          }
          subtitle={
            <>
              {typeName(list.identityType)} · <Instant at={list.createdAt} /> · {list.createdBy}
            </>
          }
          actions={<ListActions of={list} />}
        >
          <Crumb name={list.label} />
          <ListOutcome of={list} />
          {list.state === 'ready' && (
            <Panel title={t('usedBy')}>
              <UsedBy id={list.id} />
            </Panel>
          )}
        </Page>
      )}
    </Loaded>
  );
}

function UsedBy({ id }: { id: string }) {
  const t = useTranslations('lists');
  const query = useListUsage(id);
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-6" />}>
      {({ usage }) => <UsageEntries usage={usage} none={t('unused')} />}
    </Loaded>
  );
}

/** Where somebody stands who watched a list being removed, or follows an old link. */
function Gone() {
  const t = useTranslations('lists');
  return (
    <EmptyState
      isPage
      icon={ListChecks}
      title={t('gone')}
      action={
        <LinkButton variant="primary" href="/data/lists">
          {t('toLists')}
        </LinkButton>
      }
    />
  );
}
