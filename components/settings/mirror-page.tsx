'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { api } from '@/components/data-client/api';
import { Loaded } from '@/components/data-client/loaded';
import { DefinitionList } from '@/components/ui/definition-list';
import { Instant } from '@/components/ui/instant';
import { Notice } from '@/components/ui/notice';
import { Page, Panel } from '@/components/ui/page';
import { StatRow } from '@/components/ui/stat-row';
import { useFormat } from '@/components/ui/use-format';
import { type MirrorStatus, mirrorReasons, mirrorStatusSchema } from '@/lib/contracts/mirror';
import { MirrorColumns } from './mirror-columns';
import { settingsKeys } from './settings-keys';

const refreshMs = 2_000;

const tones: Record<MirrorStatus['state'], 'info' | 'ok' | 'warn'> = {
  off: 'info',
  away: 'warn',
  empty: 'info',
  loading: 'info',
  ready: 'ok',
};

/** How counting in memory is: what it holds, how up to date it is, and whether it agrees with the database. */
export function MirrorPage() {
  const t = useTranslations('settings.mirror');
  const query = useQuery({
    queryKey: settingsKeys.mirror,
    queryFn: ({ signal }) => api(mirrorStatusSchema, '/api/mirror', { signal }),
    refetchInterval: refreshMs,
  });
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <Loaded query={query}>{(status) => <MirrorState status={status} />}</Loaded>
    </Page>
  );
}

function MirrorState({ status }: { status: MirrorStatus }) {
  const t = useTranslations('settings.mirror');
  const { state, where } = status;
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={tones[state]}>
        {t(`state.${state}`)}
        {where && <span className="ml-2">{t(`where.${where}`)}</span>}
      </Notice>
      {(state === 'ready' || state === 'loading') && <Figures status={status} />}
      <Panel>
        <Checks status={status} />
      </Panel>
      {state !== 'off' && state !== 'away' && <MirrorColumns columns={status.columns} />}
    </div>
  );
}

function Figures({ status }: { status: MirrorStatus }) {
  const t = useTranslations('settings.mirror');
  const format = useFormat();
  const passed = Object.values(status.passedOn).reduce((sum, n) => sum + n, 0);
  const { watermark } = status;
  return (
    <StatRow
      stats={[
        {
          id: 'members',
          label: t('members'),
          value: format.number(status.members),
          detail: t('memberDetail', { events: format.number(status.events) }),
        },
        {
          id: 'memory',
          label: t('memory'),
          value: format.bytes(status.bytes),
          detail: t('memoryDetail', {
            budget: format.bytes(status.budgetBytes),
            results: format.bytes(status.resultBytes),
          }),
        },
        {
          id: 'lag',
          label: t('lag'),
          value: status.lagMs === null ? '–' : format.duration(status.lagMs),
          detail: watermark
            ? t('lagDetail', { at: format.instant(watermark, { seconds: true }) })
            : t('noData'),
        },
        {
          id: 'generation',
          label: t('generation'),
          value: format.number(status.generation),
          detail: t('generationDetail'),
        },
        {
          id: 'answered',
          label: t('answered'),
          value: format.number(status.answered),
          detail: t('answeredDetail', { passed: format.number(passed) }),
        },
        {
          id: 'reuse',
          label: t('reuse'),
          value: format.share(status.hits, status.hits + status.misses),
          detail: t('reuseDetail'),
        },
      ]}
    />
  );
}

function Checks({ status: { audit, load, snapshotAt, passedOn, problem } }: { status: MirrorStatus }) {
  const t = useTranslations('settings.mirror');
  const format = useFormat();
  const reasons = mirrorReasons.filter((reason) => (passedOn[reason] ?? 0) > 0);
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-ink-soft">{t('auditHelp')}</p>
      <DefinitionList
        items={[
          {
            key: 'audit',
            term: t('audit'),
            value: audit ? (
              <span className={audit.result === 'different' ? 'text-danger-ink' : undefined}>
                {t(`auditResult.${audit.result}`, {
                  mirror: format.number(audit.mirror),
                  mongodb: format.number(audit.mongodb),
                })}{' '}
                <span className="text-ink-faint">
                  <Instant at={audit.at} /> · {t('auditTook', { time: format.duration(audit.tookMs) })}
                </span>
              </span>
            ) : (
              t('auditNone')
            ),
          },
          {
            key: 'load',
            term: t('load'),
            value: load
              ? t('loadText', { rows: format.number(load.rows), time: format.duration(load.tookMs) })
              : t('none'),
          },
          {
            key: 'snapshot',
            term: t('snapshot'),
            value: snapshotAt ? <Instant at={snapshotAt} /> : t('none'),
          },
          {
            key: 'reasons',
            term: t('reasons'),
            value:
              reasons.length > 0
                ? reasons
                    .map((reason) => `${t(`reason.${reason}`)} ${format.number(passedOn[reason] ?? 0)}`)
                    .join(' · ')
                : t('none'),
          },
          {
            key: 'problem',
            term: t('problem'),
            value: problem ? (
              <span>
                {problem.message} <Instant at={problem.at} />
              </span>
            ) : (
              t('none')
            ),
          },
        ]}
      />
    </div>
  );
}
