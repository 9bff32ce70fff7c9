'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { CutpointSet } from '@/lib/contracts/cutpoints';
import { jobStateText } from '@/lib/contracts/jobs';
import { compileGraph } from '@/rules-engine/index';
import { useRule } from '../rule/rule-context';
import { useEditor } from '../state/editor-context';
import { useCutpoints } from './cutpoints-context';
import { sourceOf } from './proposal';

/** What was computed before: each set can be looked at, and put back. */
export function SetList() {
  const t = useTranslations('layers.cutpoints');
  const { sets, questions, review } = useCutpoints();
  const format = useFormat();
  const text = useText();
  const published = usePublishedSets(sets);
  const { definition } = useEditor();
  const drawn = useMemo(
    () => new Set(questions.map((question) => question.stored && sourceOf(question, sets)?.number)),
    [questions, sets],
  );
  return (
    <details open={sets.length <= 3}>
      <summary className="min-h-6 text-ink-soft text-sm">{t('earlier', { count: sets.length })}</summary>
      <ul className="mt-1 flex flex-col divide-y divide-line">
        {sets.map(({ number, state, asOf, by }) => (
          <li key={number} className="flex items-start gap-2 py-1.5 text-sm">
            <div className="min-w-0 flex-1">
              <p>
                <span className="font-medium">{t('set', { number })}</span>{' '}
                <span className="text-ink-faint">{t('asOfBy', { asOf: format.instant(asOf), by })}</span>
              </p>
              <p className="flex flex-wrap gap-1">
                {state !== 'done' && <span className="text-ink-faint">{text(jobStateText[state])}</span>}
                {drawn.has(number) && <Badge tone="ok">{t('inUse')}</Badge>}
                {published.has(number) && (
                  <Badge>{t('inPublished', { version: definition.publishedVersion ?? 0 })}</Badge>
                )}
              </p>
            </div>
            {state === 'done' && (
              <Button size="s" onPress={() => review(number)} aria-label={t('lookAt', { number })}>
                {t('look')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Numbers of the sets whose values the published version has: it keeps its own, whatever is computed later. */
function usePublishedSets(sets: readonly CutpointSet[]): ReadonlySet<number> {
  const { definition } = useEditor();
  const { environment } = useRule();
  const { published } = definition;
  return useMemo(() => {
    const questions = published ? compileGraph(published.graph, environment).cuts : [];
    const found = questions.map((question) =>
      question.stored ? sourceOf(question, sets, published?.at ?? null) : null,
    );
    return new Set(found.flatMap((set) => (set ? [set.number] : [])));
  }, [published, sets, environment]);
}
