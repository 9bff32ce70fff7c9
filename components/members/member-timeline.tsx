'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { LoadMore } from '@/components/ui/load-more';
import { Panel } from '@/components/ui/page';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { useUrlParams } from '@/components/ui/use-url-params';
import type { MemberDetail, TimelineEvent } from '@/lib/contracts/members';
import { MemberValueText } from './member-value';
import { EventMenu } from './removal/remove-event';
import { useTimeline } from './use-member';

interface Props {
  id: string;
  /** Types the member has, with how many. */
  types: MemberDetail['events'];
}

/** What a member did, newest first, by day. */
export function MemberTimeline({ id, types }: Props) {
  const t = useTranslations('members.detail');
  const text = useText();
  const format = useFormat();
  const [params, setParams] = useUrlParams();
  const all = types.reduce((sum, { n }) => sum + n, 0);
  const options = [
    { id: '', text: t('allEvents'), detail: format.number(all) },
    ...types.map(({ type, label, n }) => ({ id: type, text: text(label), detail: format.number(n) })),
  ];
  const type = options.find((option) => option.id === params.get('event'))?.id ?? '';
  const shown = type === '' ? all : (types.find((one) => one.type === type)?.n ?? 0);
  const query = useTimeline(id, type);
  return (
    <Panel
      title={t('events')}
      flush
      actions={
        types.length > 1 && (
          <Select
            aria-label={t('eventType')}
            size="s"
            className="w-40"
            options={options}
            value={type}
            onChange={(chosen) => setParams({ event: chosen })}
          />
        )
      }
    >
      <Loaded query={query} skeleton={<Skeleton className="m-4 h-40" />}>
        {({ pages }) => {
          const events = pages.flatMap((page) => page.events);
          if (events.length === 0) return <p className="p-4 text-ink-faint">{t('noEvents')}</p>;
          return (
            <>
              <Days member={id} events={events} />
              <LoadMore
                hasMore={query.hasNextPage}
                isLoading={query.isFetchingNextPage}
                onLoadMore={() => query.fetchNextPage()}
                shown={events.length}
                total={shown}
              />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function Days({ member, events }: { member: string; events: TimelineEvent[] }) {
  const format = useFormat();
  const days = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    const day = format.date(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return (
    <ol>
      {[...days].map(([day, ofDay]) => (
        <li key={day}>
          <h3 className="tabular border-line border-b bg-ground px-4 py-1 text-ink-soft text-sm">{day}</h3>
          <ol className="divide-y divide-line">
            {ofDay.map((event) => (
              <Event key={event.id} member={member} event={event} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Event({ member, event }: { member: string; event: TimelineEvent }) {
  const text = useText();
  const format = useFormat();
  return (
    <li className="flex gap-3 px-4 py-1.5">
      <time dateTime={event.at} className="tabular shrink-0 text-ink-faint text-sm leading-[22px]">
        {format.instant(event.at).slice(11)}
      </time>
      <div className="min-w-0 grow">
        <span className="font-medium">{text(event.label)}</span>
        <dl className="flex flex-wrap gap-x-3 text-sm">
          {event.props.map(({ path, label, option, value, ...kind }) => (
            <div key={path} className="flex gap-1">
              <dt className="text-ink-faint">{text(label)}</dt>
              <dd className="min-w-0">
                {option ? text(option) : <MemberValueText value={value} kind={kind} />}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      <EventMenu member={member} event={event} />
    </li>
  );
}
