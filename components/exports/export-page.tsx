'use client';

import { Download, FileJson, Package } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isNotFound } from '@/components/data-client/is-not-found';
import { Loaded } from '@/components/data-client/loaded';
import { Crumb } from '@/components/frame/crumb';
import { JobState } from '@/components/jobs/job-state';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { Page } from '@/components/ui/page';
import { PageSkeleton } from '@/components/ui/skeleton';
import { useText } from '@/components/ui/use-text';
import type { ExportEntry } from '@/lib/contracts/exports';
import { ExportFacts } from './export-facts';
import { ExportOutcome } from './export-outcome';

import { useExport } from './use-exports';

/** One export: how far it is, what came of its rows, its file, and all that says what the file is. */
export function ExportPage({ id }: { id: string }) {
  const t = useTranslations('exports');
  const text = useText();
  const query = useExport(id);
  if (isNotFound(query.error)) return <Gone />;
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {({ export: entry }) => (
        <Page
          title={
            <span className="flex flex-wrap items-center gap-2">
              {text(entry.label)} <JobState state={entry.state} />
            </span>
          }
          subtitle={
            <>
              {t(`kinds.${entry.kind}`)} · v{entry.version} · {t(`formats.${entry.format}`)} ·{' '}
              <Instant at={entry.createdAt} /> · {entry.createdBy}
            </>
          }
          actions={entry.state === 'done' && <Downloads of={entry} />}
        >
          <Crumb name={text(entry.label)} />
          <ExportOutcome of={entry} />
          <ExportFacts of={entry} />
        </Page>
      )}
    </Loaded>
  );
}

/** Where somebody stands who follows an old link. */
function Gone() {
  const t = useTranslations('exports');
  return (
    <EmptyState
      isPage
      icon={Package}
      title={t('gone')}
      action={
        <LinkButton variant="primary" href="/exports">
          {t('toExports')}
        </LinkButton>
      }
    />
  );
}

function Downloads({ of: { id, fileName } }: { of: ExportEntry }) {
  const t = useTranslations('exports');
  const path = `/api/exports/${encodeURIComponent(id)}`;
  return (
    <>
      <LinkButton icon={FileJson} href={`${path}/manifest`} download="manifest.json">
        {t('manifest')}
      </LinkButton>
      <LinkButton variant="primary" icon={Download} href={`${path}/file`} download={fileName ?? true}>
        {t('downloadFile')}
      </LinkButton>
    </>
  );
}
