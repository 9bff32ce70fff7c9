'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { NumberLink } from '@/components/ui/number-link';
import { Page, Panel } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import { StatRow } from '@/components/ui/stat-row';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { FirstSteps, isFirstRun } from './first-steps';
import { Movers } from './movers';
import { RecentRuns } from './recent-runs';
import { TaskList } from './task-list';
import { moversOf, tasksOf } from './tasks';
import { useHomeDefinitions, useHomeImports, useHomeRuns, useMemberTotal } from './use-home';

/** What ran, what failed, what moved most and what to do next; on a new installation the way to a first tag. */
export function HomePage() {
  const t = useTranslations('home');
  const { name } = useWorkspace();
  const definitions = useHomeDefinitions();
  const runs = useHomeRuns();
  const imports = useHomeImports();
  const members = useMemberTotal();
  const known = definitions.data?.definitions ?? [];
  return (
    <Page title={name} subtitle={t('subtitle')}>
      <Figures definitions={definitions.data?.definitions ?? null} members={members.data ?? null} />
      {definitions.data && isFirstRun(known) && (
        <FirstSteps definitions={known} hasMembers={members.data === undefined ? null : members.data > 0} />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel title={t('ran')} flush>
          <Loaded query={runs} skeleton={<Skeleton className="m-4 h-40" />}>
            {(page) => <RecentRuns runs={page.runs} />}
          </Loaded>
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('todo')} flush>
            <Loaded query={definitions} skeleton={<Skeleton className="m-4 h-24" />}>
              {() => (
                <TaskList
                  tasks={tasksOf({
                    definitions: known,
                    runs: runs.data?.runs ?? [],
                    imports: imports.data?.imports ?? [],
                  })}
                />
              )}
            </Loaded>
          </Panel>
          <Panel title={t('moved')} flush>
            <Loaded query={runs} skeleton={<Skeleton className="m-4 h-24" />}>
              {(page) => <Movers runs={moversOf(page.runs).slice(0, 6)} />}
            </Loaded>
          </Panel>
        </div>
      </div>
    </Page>
  );
}

function Figures({
  definitions,
  members,
}: {
  definitions: readonly DefinitionSummary[] | null;
  members: number | null;
}) {
  const t = useTranslations('home');
  const count = (kind: DefinitionSummary['kind']) =>
    definitions?.filter((one) => one.kind === kind && one.publishedVersion !== null).length ?? null;
  const drafts = definitions?.filter(({ publishedVersion }) => publishedVersion === null).length ?? null;
  return (
    <StatRow
      stats={[
        {
          id: 'members',
          label: t('members'),
          value: <NumberLink value={members} href="/members" label={t('members')} />,
        },
        {
          id: 'tags',
          label: t('tags'),
          value: <NumberLink value={count('tag')} href="/tags" label={t('tags')} />,
        },
        {
          id: 'segments',
          label: t('segments'),
          value: <NumberLink value={count('segment')} href="/segments" label={t('segments')} />,
        },
        {
          id: 'layers',
          label: t('layers'),
          value: <NumberLink value={count('layering')} href="/layers" label={t('layers')} />,
        },
        { id: 'drafts', label: t('drafts'), value: <NumberLink value={drafts} label={t('drafts')} /> },
      ]}
    />
  );
}
