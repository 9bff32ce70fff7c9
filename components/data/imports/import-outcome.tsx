'use client';

import { CircleX, Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/page';
import { Progress } from '@/components/ui/progress';
import { StatRow } from '@/components/ui/stat-row';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Import } from '@/lib/contracts/imports';
import { can, roleFor, roleText } from '@/lib/contracts/people';
import { textKey } from '@/lib/i18n/locales';
import { MergesPanel } from './merges-panel';
import { RejectsTable } from './rejects-table';
import { isUnderWay, useCancelImport } from './use-imports';

/** How far an import or its dry run is, what came of the rows, and those that were rejected. */
export function ImportOutcome({ of: found }: { of: Import }) {
  const t = useTranslations('imports.outcome');
  const text = useText();
  const format = useFormat();
  const locale = useLocale();
  const { me } = useWorkspace();
  const mayRead = can(me.role, 'import');
  const { counts } = found;
  const isRunning = isUnderWay(found.state);
  return (
    <>
      {isRunning && <Running of={found} />}
      {found.state === 'failed' && (
        <Notice tone="danger">
          {found.error ? text(found.error.message) : t('failed')} {!found.dryRun && t('safeAgain')}
        </Notice>
      )}
      {found.state === 'cancelled' && (
        <Notice tone="warn">{found.dryRun ? t('cancelledDry') : t('cancelled')}</Notice>
      )}
      <StatRow
        isStale={isRunning}
        stats={[
          { id: 'read', label: t('read'), value: format.number(counts.read) },
          {
            id: 'accepted',
            label: found.dryRun ? t('wouldAccept') : t('accepted'),
            value: format.number(counts.accepted),
            detail: format.share(counts.accepted, counts.read),
          },
          {
            id: 'duplicates',
            label: t('duplicates'),
            value: format.number(counts.duplicates),
            detail: t('duplicatesHint'),
          },
          {
            id: 'rejected',
            label: t('rejected'),
            value: format.number(counts.rejected),
            detail: format.share(counts.rejected, counts.read),
          },
          {
            id: 'new',
            label: found.dryRun ? t('wouldCreate') : t('newMembers'),
            value: format.number(found.newMembers),
          },
          ...(found.changed > 0
            ? [
                {
                  id: 'changed',
                  label: t('changed'),
                  value: format.number(found.changed),
                  detail: t(found.replaces ? 'changedReplaced' : 'changedKept'),
                },
              ]
            : []),
        ]}
      />
      {found.merged > 0 && !isRunning && <MergesPanel of={found} />}
      {counts.rejected > 0 && !isRunning && (
        <Panel
          title={
            <span className="flex items-center gap-1.5">
              <CircleX size={16} aria-hidden className="text-danger-ink" />
              {t('rejectsTitle', { count: counts.rejected })}
            </span>
          }
          actions={
            mayRead && (
              <LinkButton
                size="s"
                icon={Download}
                href={`/api/imports/${found.id}/rejects.csv?locale=${textKey(locale)}`}
                download
              >
                {t('download')}
              </LinkButton>
            )
          }
          flush
        >
          {mayRead ? (
            <RejectsTable id={found.id} />
          ) : (
            <p className="p-4 text-ink-faint">
              {t('rejectsHidden', { role: text(roleText[roleFor.import]) })}
            </p>
          )}
        </Panel>
      )}
    </>
  );
}

function Running({ of: found }: { of: Import }) {
  const t = useTranslations('imports.outcome');
  const cancel = useCancelImport();
  const format = useFormat();
  const { me } = useWorkspace();
  const label = found.dryRun ? t('checking') : t('importing');
  return (
    <div className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status">
          {found.state === 'queued' ? t('queued') : label}{' '}
          <span className="tabular text-ink-soft">{format.share(found.progress)}</span>
        </p>
        {can(me.role, 'import') && (
          <Button size="s" isPending={cancel.isPending} onPress={() => cancel.mutate(found.id)}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <Progress label={label} done={Math.round(found.progress * found.bytes)} total={found.bytes} />
      <p className="text-ink-faint text-sm">{t('leave')}</p>
    </div>
  );
}
