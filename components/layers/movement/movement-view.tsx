'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/page';
import { Switch } from '@/components/ui/switch';
import { useFormat } from '@/components/ui/use-format';
import { useUrlParams } from '@/components/ui/use-url-params';
import type { Movement } from '@/lib/contracts/movement';
import { type Cell, sizesAfter } from './flows';
import { LayerFunnel } from './layer-funnel';
import { LayerPyramid } from './layer-pyramid';
import { MovementMatrix } from './movement-matrix';
import { MovementSankey } from './movement-sankey';
import { MovementWords } from './movement-words';

interface Props {
  /** The layering's key. */
  layering: string;
  movement: Movement;
  /** What it leads to is what members hold now. */
  isLatest: boolean;
  isStale: boolean;
  shown: Cell | null;
  onCell: (cell: Cell) => void;
}

/** Where everybody is after a run, and how they got there since another one. */
export function MovementView({
  layering,
  movement: { from, to, values, flows },
  isLatest,
  isStale,
  shown,
  onCell,
}: Props) {
  const t = useTranslations('layers.movement');
  const format = useFormat();
  const [params, setParams] = useUrlParams();
  const onlyMoves = params.get('moves') === 'only';
  const sizes = useMemo(() => sizesAfter(values, flows), [values, flows]);
  const bands = useMemo(
    () => (onlyMoves ? flows.filter((flow) => flow.from !== flow.to) : flows),
    [flows, onlyMoves],
  );
  const hrefOf = isLatest
    ? (layers: readonly string[]) => `/members?layer=${encodeURIComponent([layering, ...layers].join(':'))}`
    : null;
  const runText = ({ finishedAt, version }: Movement['to']) => `${format.instant(finishedAt)} · v${version}`;
  const run = <span className="tabular text-ink-faint text-sm">{runText(to)}</span>;
  return (
    <div className={classNames('grid items-start gap-4 xl:grid-cols-2', isStale && 'dimmed')}>
      <Panel title={t('pyramid')} actions={run}>
        <LayerPyramid sizes={sizes} hrefOf={hrefOf} onLayer={(value) => onCell({ to: value })} />
      </Panel>
      <Panel title={t('funnel')} actions={run}>
        <LayerFunnel sizes={sizes} hrefOf={hrefOf} />
      </Panel>
      <div className="min-w-0 xl:col-span-2">
        <Panel
          title={t('title')}
          actions={
            from && (
              <Switch isSelected={onlyMoves} onChange={(only) => setParams({ moves: only ? 'only' : null })}>
                {t('onlyMoves')}
              </Switch>
            )
          }
        >
          {from === null ? (
            <Notice tone="info">{t('onlyOneRun')}</Notice>
          ) : (
            <div className="flex flex-col gap-4">
              <MovementWords values={values} flows={flows} onCell={onCell} />
              {bands.length > 0 && <MovementSankey values={values} flows={bands} onCell={onCell} />}
              <MovementMatrix
                values={values}
                flows={flows}
                before={runText(from)}
                after={runText(to)}
                shown={shown}
                onCell={onCell}
              />
            </div>
          )}
        </Panel>
      </div>
    </div>
  );
}
