'use client';

import { Activity } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { Loaded } from '@/components/data-client/loaded';
import { LinkButton } from '@/components/ui/button';
import { type ColumnSpec, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { useText } from '@/components/ui/use-text';
import { useUrlParams } from '@/components/ui/use-url-params';
import type { EventType } from '@/lib/contracts/catalogue';
import { useCatalogue } from '../use-catalogue';
import { EventTypeDrawer } from './event-type-drawer';

/** The kinds of things that members do, with the properties that tell more about each. */
export function EventsPage() {
  const t = useTranslations('data.events');
  const f = useTranslations('frame');
  const text = useText();
  const query = useCatalogue();
  const [params, setParams] = useUrlParams();
  const columns = useMemo<ColumnSpec<EventType>[]>(
    () => [
      {
        id: 'label',
        title: t('label'),
        sort: ({ label }) => text(label),
        cell: ({ type, label }) => (
          <span className="flex flex-col">
            <Button
              onPress={() => setParams({ type }, 'push')}
              className="min-h-6 self-start rounded-sm text-accent-ink underline-offset-2 data-hovered:underline"
            >
              {text(label)}
            </Button>
            <span className="font-mono text-ink-faint text-xs">{type}</span>
          </span>
        ),
      },
      {
        id: 'props',
        title: t('props'),
        cell: ({ props }) => props.map(({ label }) => text(label)).join(' · ') || '–',
      },
      { id: 'at', title: t('changed'), wideOnly: true, cell: ({ updatedAt }) => <Instant at={updatedAt} /> },
    ],
    [t, text, setParams],
  );
  const open = query.data?.eventTypes.find(({ type }) => type === params.get('type'));
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <Loaded query={query}>
        {({ eventTypes }) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={eventTypes}
            rowId={({ type }) => type}
            footer={
              eventTypes.length === 0 && (
                <EmptyState
                  icon={Activity}
                  title={t('empty')}
                  action={<LinkButton href="/data/imports/new">{f('newImport')}</LinkButton>}
                >
                  {t('emptyText')}
                </EmptyState>
              )
            }
          />
        )}
      </Loaded>
      {open && (
        <EventTypeDrawer key={open.type} eventType={open} onClose={() => setParams({ type: null }, 'push')} />
      )}
    </Page>
  );
}
