'use client';

import { Calculator, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useCancelJob } from '@/components/jobs/use-jobs';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Progress } from '@/components/ui/progress';
import type { CutpointSet } from '@/lib/contracts/cutpoints';
import { useRule } from '../rule/rule-context';
import { useEditor, useGraph } from '../state/editor-context';
import { useCutpoints } from './cutpoints-context';
import { proposal } from './proposal';
import { SetList } from './set-list';
import { useRefreshSets } from './use-cutpoint-sets';

/** Computing the cuts of one node, or of all (`node` null), and what was computed before. Nothing where none are asked for. */
export function CutpointsPanel({ node }: { node: string | null }) {
  const t = useTranslations('layers.cutpoints');
  const { isEditable } = useEditor();
  const { questions, sets, running, isStarting, compute } = useCutpoints();
  const own = questions.filter((asked) => node === null || asked.node === node);
  if (own.length === 0) return null;
  const isFirst = own.every(({ stored }) => stored === null);
  const verb = isFirst ? 'compute' : node === null ? 'recomputeAll' : 'recompute';
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <h3 className="font-medium">{t('title')}</h3>
      <p className="text-ink-faint text-sm">{t('about')}</p>
      {running ? (
        <Running set={running} />
      ) : (
        <>
          <Latest />
          {isEditable && (
            <Button
              icon={Calculator}
              className="self-start"
              isPending={isStarting}
              onPress={() => compute(node)}
            >
              {t(verb)}
            </Button>
          )}
        </>
      )}
      {sets.length > 0 && <SetList />}
    </section>
  );
}

function Running({ set }: { set: CutpointSet }) {
  const t = useTranslations('layers.cutpoints');
  const { isEditable, definition } = useEditor();
  const cancel = useCancelJob();
  const refresh = useRefreshSets(definition.id);
  return (
    <div role="status" className="flex flex-col gap-2">
      <p className="text-sm">{t('running', { number: set.number })}</p>
      <Progress
        label={t('running', { number: set.number })}
        done={set.progress.done}
        total={set.progress.total}
        figures
      />
      {isEditable && (
        <Button
          size="s"
          icon={X}
          className="self-start"
          isPending={cancel.isPending}
          onPress={() => cancel.mutate(set.job, { onSettled: refresh })}
        >
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}

/** The last computation differs from the drawing: it came to its end elsewhere, or wasn't taken. */
function Latest() {
  const t = useTranslations('layers.cutpoints');
  const { environment } = useRule();
  const graph = useGraph();
  const { sets, review } = useCutpoints();
  const latest = sets.find(({ state }) => state === 'done');
  const differs = useMemo(
    () => latest !== undefined && proposal(graph, latest, environment).commands.length > 0,
    [latest, graph, environment],
  );
  if (!latest || !differs) return null;
  return (
    <Notice
      tone="info"
      action={
        <Button size="s" onPress={() => review(latest.number)}>
          {t('look')}
        </Button>
      }
    >
      {t('latestDiffers', { number: latest.number })}
    </Notice>
  );
}
