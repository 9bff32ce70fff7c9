'use client';

import { ChartLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { definitionPath } from '@/components/definitions/kind-place';
import { Sizes } from '@/components/definitions/runs/sizes';
import { useRuns, useSizes } from '@/components/definitions/runs/use-runs';
import { useLayerColors } from '@/components/definitions/use-layer-colors';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Panel } from '@/components/ui/page';
import { Skeleton } from '@/components/ui/skeleton';
import { useUrlParams } from '@/components/ui/use-url-params';
import type { Definition } from '@/lib/contracts/definitions';
import { cellOf, cellParams } from './cell-params';
import { MovedMembers } from './moved-members';
import { MovementView } from './movement-view';
import { RunPickers } from './run-pickers';
import { type RunPair, useMovement } from './use-movement';

/** Where the members of a layering are, and how they got there between two runs. The URL holds all of it. */
export function LayerMovement({ definition }: { definition: Definition }) {
  const [params, setParams] = useUrlParams();
  const runs = useRuns(definition.id);
  const done = runs.data?.pages.flatMap((page) => page.runs).find(({ state }) => state === 'done');
  const lastRun = done?.id ?? null;
  const sizes = useSizes(definition.id, lastRun);
  const pair = { from: params.get('from'), to: params.get('to') };
  const movement = useMovement(definition.id, pair, lastRun);
  const colors = useLayerColors(definition);
  const cell = cellOf(params);
  const onPair = (next: RunPair) => setParams({ ...next, ...cellParams(null) }, 'push');
  const points = sizes.data?.points ?? [];
  return (
    <Loaded query={runs} skeleton={<MovementSkeleton />}>
      {() =>
        lastRun === null ? (
          <NeverRun definition={definition} />
        ) : (
          <>
            <RunPickers
              points={points}
              from={movement.data?.from?.run ?? pair.from}
              to={movement.data?.to.run ?? pair.to}
              isChosen={pair.from !== null || pair.to !== null}
              onPair={onPair}
            />
            <Loaded query={movement} skeleton={<MovementSkeleton />}>
              {(data) => (
                <>
                  <MovementView
                    layering={definition.key}
                    movement={data}
                    isLatest={data.to.run === lastRun}
                    isStale={movement.isPlaceholderData}
                    shown={cell}
                    onCell={(next) => setParams(cellParams(next), 'push')}
                  />
                  {cell && !movement.isPlaceholderData && (
                    <MovedMembers
                      key={JSON.stringify(cellParams(cell))}
                      definition={definition.id}
                      movement={data}
                      cell={cell}
                      onClose={() => setParams(cellParams(null), 'push')}
                    />
                  )}
                </>
              )}
            </Loaded>
            <Loaded query={sizes} skeleton={<Skeleton className="h-56 w-full" />}>
              {() => (
                <Panel>
                  <Sizes points={points} layers={colors} />
                </Panel>
              )}
            </Loaded>
          </>
        )
      }
    </Loaded>
  );
}

/** What there is to do until something can be seen here. */
function NeverRun({ definition: { kind, id, publishedVersion } }: { definition: Definition }) {
  const t = useTranslations('layers.movement');
  const isPublished = publishedVersion !== null;
  return (
    <EmptyState
      icon={ChartLine}
      title={t('neverRun')}
      action={
        <LinkButton variant="primary" href={definitionPath(kind, id, isPublished ? '/runs' : '')}>
          {t(isPublished ? 'toRuns' : 'toEditor')}
        </LinkButton>
      }
    >
      {t(isPublished ? 'neverRunText' : 'unpublishedText')}
    </EmptyState>
  );
}

function MovementSkeleton() {
  return (
    <div className="grid gap-4 xl:grid-cols-2">
      <Skeleton className="h-56" />
      <Skeleton className="h-56" />
      <Skeleton className="h-96 xl:col-span-2" />
    </div>
  );
}
