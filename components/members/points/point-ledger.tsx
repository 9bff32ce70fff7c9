'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { classNames } from '@/components/ui/class-names';
import { Instant } from '@/components/ui/instant';
import { LoadMore } from '@/components/ui/load-more';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { PointEntry } from '@/lib/contracts/points';
import { useLedger } from './use-member-points';

/** Every entry of a member, newest first. `total`: how many there are. */
export function PointLedger({ id, total }: { id: string; total: number }) {
  const t = useTranslations('points.member');
  const query = useLedger(id);
  return (
    <section aria-label={t('ledger')} className="border-line border-t">
      <h3 className="border-line border-b bg-ground px-4 py-1 text-ink-soft text-sm">{t('ledger')}</h3>
      <Loaded query={query} skeleton={<Skeleton className="m-4 h-32" />}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return (
            <>
              <ol className="divide-y divide-line">
                {entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ol>
              <LoadMore
                hasMore={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onLoadMore={() => query.fetchNextPage()}
                shown={entries.length}
                total={total}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function Entry({ entry }: { entry: PointEntry }) {
  const t = useTranslations('points.member');
  const text = useText();
  const format = useFormat();
  const { kind, points, balance, at, rule, lacking, note, by } = entry;
  const isByHand = kind === 'redeem' || kind === 'adjust';
  const facts = [
    ...(entry.happenedAt ? [t('happened', { day: format.date(entry.happenedAt) })] : []),
    ...(entry.expiresAt && points > 0 ? [t('validUntil', { day: format.date(entry.expiresAt) })] : []),
    ...(entry.expiresAt && kind === 'expire' ? [t('expired', { day: format.date(entry.expiresAt) })] : []),
    ...(lacking > 0 ? [t('lacking', { points: lacking })] : []),
    ...(note ? [note] : []),
    ...(isByHand ? [t('by', { by })] : []),
  ];
  return (
    <li className="flex items-start justify-between gap-3 px-4 py-2">
      <div className="min-w-0">
        <p className="flex flex-wrap gap-x-2">
          <span className="font-medium">{t(`kinds.${kind}`)}</span>
          {rule &&
            (rule.label ? (
              <TextLink href={`/data/points/rules/${rule.id}`}>{text(rule.label)}</TextLink>
            ) : (
              <span className="text-ink-faint">{t('goneRule')}</span>
            ))}
          <span className="text-ink-faint text-sm leading-[22px]">
            <Instant at={at} />
          </span>
        </p>
        {facts.length > 0 && (
          <p className="text-ink-soft text-sm">
            {facts.map((fact, index) => (
              // A day is not broken over two lines; a note may be.
              <span key={fact} className="mr-1 inline-block max-w-full break-words">
                {index > 0 && '· '}
                {fact}
              </span>
            ))}
          </p>
        )}
      </div>
      <div className="tabular shrink-0 text-right">
        <p className={classNames('font-medium', points > 0 && 'text-ok-ink')}>
          {points > 0 ? '+' : points < 0 ? '−' : ''}
          {format.number(Math.abs(points))}
        </p>
        <p className="text-ink-faint text-sm">{t('after', { points: balance })}</p>
      </div>
    </li>
  );
}
