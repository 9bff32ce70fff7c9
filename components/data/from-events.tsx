'use client';

import { Activity } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { useRulesCatalogue } from '@/components/members/use-rules-catalogue';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { EngineCatalogue } from '@/lib/contracts/definitions';

interface Props {
  /** Said where there are no events. */
  title: string;
  text: string;
  /** `start`: the type of event to begin with, orders where there are any. */
  children: (catalogue: EngineCatalogue, start: string) => ReactNode;
}

/** What is made from events; where there are none yet, the way to import some. */
export function FromEvents({ title, text, children }: Props) {
  const f = useTranslations('frame');
  return (
    <Loaded query={useRulesCatalogue()}>
      {(catalogue) => {
        const [first] = Object.keys(catalogue.eventTypes);
        if (first) return children(catalogue, Object.hasOwn(catalogue.eventTypes, 'order') ? 'order' : first);
        return (
          <EmptyState
            icon={Activity}
            title={title}
            action={<LinkButton href="/data/imports/new">{f('newImport')}</LinkButton>}
          >
            {text}
          </EmptyState>
        );
      }}
    </Loaded>
  );
}
