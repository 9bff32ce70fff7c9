'use client';

import { Download, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { Crumb } from '@/components/frame/crumb';
import { JobState } from '@/components/jobs/job-state';
import { Badge } from '@/components/ui/badge';
import { Button, LinkButton } from '@/components/ui/button';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { saveText } from '@/components/ui/save-text';
import { PageSkeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/ui/use-format';
import { ImportOutcome } from './import-outcome';
import { useImport } from './use-imports';

/** One import: its progress, what came of its rows, the rejected ones, the mapping to use again. */
export function ImportPage({ id }: { id: string }) {
  const t = useTranslations('imports');
  const format = useFormat();
  const query = useImport(id);
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {({ import: found, mapping }) => (
        <Page
          title={
            <span className="flex flex-wrap items-center gap-2">
              {found.name} <JobState state={found.state} /> {found.dryRun && <Badge>{t('dryRun')}</Badge>}
            </span>
          }
          subtitle={
            <>
              {t(`kinds.${found.kind}`)} · {format.bytes(found.bytes)} · <Instant at={found.createdAt} /> ·{' '}
              {found.createdBy}
            </>
          }
          actions={
            <>
              <Button
                icon={Download}
                onPress={() => saveText(`${found.name}.mapping.json`, JSON.stringify(mapping, null, 2))}
              >
                {t('mapping')}
              </Button>
              {found.state === 'done' && !found.dryRun && (
                <LinkButton variant="primary" icon={Users} href="/members">
                  {t('seeMembers')}
                </LinkButton>
              )}
            </>
          }
        >
          <Crumb name={found.name} />
          <ImportOutcome of={found} />
        </Page>
      )}
    </Loaded>
  );
}
