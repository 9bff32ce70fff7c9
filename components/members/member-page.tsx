'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { Crumb } from '@/components/frame/crumb';
import { Badge } from '@/components/ui/badge';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import { MemberAttributes, MemberConsent, MemberMetrics } from './member-facts';
import { MemberLayers, MemberLists, MemberTags } from './member-groups';
import { MemberIdentities } from './member-identities';
import { MemberTimeline } from './member-timeline';
import { MemberPoints } from './points/member-points';
import { RemoveMember } from './removal/remove-member';
import { useMember, useReveal } from './use-member';

/** One member: who they are, what is known of them, the groups they are in and why, what they did. */
export function MemberPage({ id }: { id: string }) {
  const t = useTranslations('members.detail');
  const m = useTranslations('members');
  const query = useMember(id);
  const reveal = useReveal(id);
  return (
    <>
      <Crumb name={id} />
      <Loaded query={query} skeleton={<MemberSkeleton />}>
        {(member) => (
          <Page
            title={
              <span className="flex flex-wrap items-center gap-2">
                {member.id}
                {member.demo && <Badge>{m('demo')}</Badge>}
              </span>
            }
            actions={<RemoveMember id={member.id} />}
            subtitle={
              <>
                {t('since')} <Instant at={member.createdAt} /> · {t('changed')}{' '}
                <Instant at={member.updatedAt} />
              </>
            }
          >
            <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,5fr)]">
              <div className="flex min-w-0 flex-col gap-4">
                <MemberIdentities member={member} reveal={reveal} />
                <MemberAttributes member={member} revealed={reveal.data} />
              </div>
              <div className="flex min-w-0 flex-col gap-4">
                <MemberLayers member={member} />
                <MemberTags member={member} />
                <MemberPoints id={member.id} />
                <MemberMetrics member={member} />
                <MemberLists member={member} />
                <MemberConsent member={member} />
              </div>
              <div className="min-w-0 lg:col-span-2 xl:col-span-1">
                <MemberTimeline id={id} types={member.events} />
              </div>
            </div>
          </Page>
        )}
      </Loaded>
    </>
  );
}

function MemberSkeleton() {
  return (
    <div className="flex flex-col gap-4 p-4 sm:p-6">
      <Skeleton className="h-7 w-56" />
      <div className="grid gap-4 lg:grid-cols-3">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  );
}
