'use client';

import { Coins, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { PageSkeleton } from '@/components/ui/skeleton';
import { StatRow } from '@/components/ui/stat-row';
import { useFormat } from '@/components/ui/use-format';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';
import type { PointTotals } from '@/lib/contracts/points';
import { RuleTable } from './rule-table';
import { RunPanel } from './run-panel';
import { usePoints } from './use-points';

/** The points programme: what it gave, when it runs, and by which rules. */
export function PointsPage() {
  const t = useTranslations('points');
  const { me } = useWorkspace();
  const query = usePoints();
  const make = can(me.role, 'edit') && (
    <LinkButton variant="primary" icon={Plus} href="/data/points/rules/new">
      {t('new')}
    </LinkButton>
  );
  return (
    <Page title={t('title')} subtitle={t('subtitle')} actions={make}>
      <Loaded query={query} skeleton={<PageSkeleton />}>
        {(overview) =>
          overview.rules.length === 0 && overview.lastRun === null ? (
            <EmptyState icon={Coins} title={t('empty')} action={make}>
              {t('emptyText')}
            </EmptyState>
          ) : (
            <>
              <Totals totals={overview.totals} />
              <RunPanel overview={overview} />
              <RuleTable
                rules={overview.rules}
                empty={
                  <EmptyState icon={Coins} title={t('empty')} action={make}>
                    {t('emptyText')}
                  </EmptyState>
                }
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Totals({ totals }: { totals: PointTotals }) {
  const t = useTranslations('points.totals');
  const format = useFormat();
  const { given, redeemed, expired, reversed, lacking, adjusted, outstanding, members } = totals;
  const stat = (id: 'given' | 'redeemed' | 'expired', points: number) => ({
    id,
    label: t(id),
    value: format.number(points),
  });
  return (
    <StatRow
      stats={[
        stat('given', given),
        stat('redeemed', redeemed),
        stat('expired', expired),
        {
          id: 'reversed',
          label: t('reversed'),
          value: format.number(reversed),
          ...(lacking > 0 && { detail: t('lacking', { points: lacking }) }),
        },
        { id: 'adjusted', label: t('adjusted'), value: format.number(adjusted) },
        {
          id: 'outstanding',
          label: t('outstanding'),
          value: format.number(outstanding),
          detail: t('members', { count: members }),
        },
      ]}
    />
  );
}
