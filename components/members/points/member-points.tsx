'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { Button } from '@/components/ui/button';
import { DefinitionList } from '@/components/ui/definition-list';
import { Panel } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/ui/use-format';
import { useUrlParams } from '@/components/ui/use-url-params';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';
import type { PointAccount } from '@/lib/contracts/points';
import { BookingDialog } from './booking-dialog';
import { PointLedger } from './point-ledger';
import { useMemberPoints } from './use-member-points';

/** What a member has in points, what of it expires next, and how it came about. */
export function MemberPoints({ id }: { id: string }) {
  const t = useTranslations('points.member');
  const { me } = useWorkspace();
  const [params, setParams] = useUrlParams();
  const query = useMemberPoints(id);
  const mayEdit = can(me.role, 'edit');
  const act = (['redeem', 'adjust'] as const).find((one) => one === params.get('points'));
  const balance = query.data?.balance ?? null;
  return (
    <Panel
      title={t('title')}
      flush
      actions={
        mayEdit &&
        balance !== null && (
          <span className="flex gap-2">
            <Button size="s" onPress={() => setParams({ points: 'adjust' }, 'push')}>
              {t('adjust')}
            </Button>
            <Button
              size="s"
              isDisabled={balance === 0}
              onPress={() => setParams({ points: 'redeem' }, 'push')}
            >
              {t('redeem')}
            </Button>
          </span>
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton className="m-4 h-24" />}>
        {(account) => (
          <>
            <Balance account={account} />
            {account.entries > 0 && <PointLedger id={id} total={account.entries} />}
          </>
        )}
      </Loaded>
      {act && mayEdit && balance !== null && (
        <BookingDialog id={id} act={act} balance={balance} onClose={() => setParams({ points: null })} />
      )}
    </Panel>
  );
}

function Balance({ account }: { account: PointAccount }) {
  const t = useTranslations('points.member');
  const format = useFormat();
  const { balance, earned, expiring, entries } = account;
  if (entries === 0) return <p className="p-4 text-ink-faint">{t('none')}</p>;
  return (
    <div className="p-4">
      <DefinitionList
        items={[
          {
            key: 'balance',
            term: t('balance'),
            value: <span className="tabular font-semibold text-lg">{format.number(balance)}</span>,
          },
          {
            key: 'earned',
            term: t('earned'),
            value: <span className="tabular">{format.number(earned)}</span>,
          },
          ...(expiring.length === 0
            ? []
            : [
                {
                  key: 'expiring',
                  term: t('expiring'),
                  value: (
                    <ul className="tabular">
                      {expiring.map(({ points, at }) => (
                        <li key={at}>
                          {format.number(points)}{' '}
                          <span className="text-ink-faint text-sm">
                            {t('expiresOn', { day: format.date(at) })}
                          </span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]),
        ]}
      />
    </div>
  );
}
