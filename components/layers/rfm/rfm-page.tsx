'use client';

import { Activity } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { propertiesFor } from '@/components/editor/conditions/new-rows';
import { Crumb } from '@/components/frame/crumb';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page } from '@/components/ui/page';
import { PageSkeleton } from '@/components/ui/skeleton';
import type { EngineCatalogue } from '@/lib/contracts/definitions';
import { firstChoices, type RfmChoices } from '@/rules-engine/index';
import { RfmWizard } from './rfm-wizard';

/** From a few choices to a layering by recency, frequency and amount. */
export function RfmPage() {
  const t = useTranslations('layers.rfm');
  const f = useTranslations('frame');
  const catalogue = useRulesCatalogue();
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <Crumb name={t('title')} />
      <Loaded query={catalogue} skeleton={<PageSkeleton />}>
        {(known) => {
          const first = startOf(known);
          return first ? (
            <RfmWizard first={first} catalogue={known} />
          ) : (
            <EmptyState
              icon={Activity}
              title={t('noEvents')}
              action={<LinkButton href="/data/imports/new">{f('newImport')}</LinkButton>}
            >
              {t('noEventsText')}
            </EmptyState>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** Orders by their amount, else the first event with a number that can be summed up. */
function startOf(catalogue: EngineCatalogue): RfmChoices | null {
  const found = Object.keys(catalogue.eventTypes).flatMap((eventType) => {
    const fitting = propertiesFor('sum', eventType, catalogue);
    const property = fitting.find(({ type }) => type === 'money') ?? fitting[0];
    return property ? [{ eventType, property }] : [];
  });
  const start =
    found.find(({ eventType }) => eventType === 'order') ??
    found.find(({ property }) => property.type === 'money') ??
    found[0];
  return start ? firstChoices(start.eventType, start.property.path) : null;
}
