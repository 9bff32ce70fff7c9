'use client';

import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { Crumb } from '@/components/frame/crumb';
import { LinkButton } from '@/components/ui/button';
import { Page } from '@/components/ui/page';
import { PageSkeleton } from '@/components/ui/skeleton';
import { useText } from '@/components/ui/use-text';
import type { Definition } from '@/lib/contracts/definitions';
import { DefinitionMenu } from './definition-menu';
import { definitionPath } from './kind-place';
import { StateBadge } from './state-badge';
import { useDefinition } from './use-definitions';

interface Props {
  id: string;
  title: string;
  children: (definition: Definition) => ReactNode;
}

/** A page about one definition besides its editor. */
export function DefinitionPage({ id, title, children }: Props) {
  const t = useTranslations('definitions.menu');
  const text = useText();
  return (
    <Loaded query={useDefinition(id)} skeleton={<PageSkeleton />}>
      {(definition) => (
        <>
          <Crumb name={`${text(definition.label)} · ${title}`} />
          <Page
            title={text(definition.label)}
            subtitle={
              <span className="flex flex-wrap items-center gap-2">
                {title} <StateBadge state={definition.state} version={definition.publishedVersion} />
              </span>
            }
            actions={
              <>
                <LinkButton icon={ArrowLeft} href={definitionPath(definition.kind, definition.id)}>
                  {t('editor')}
                </LinkButton>
                <DefinitionMenu definition={definition} />
              </>
            }
          >
            {children(definition)}
          </Page>
        </>
      )}
    </Loaded>
  );
}
