'use client';

import { useTranslations } from 'next-intl';
import { useAsOfText } from '@/components/definitions/as-of-text';
import { definitionPath } from '@/components/definitions/kind-place';
import { useRuns } from '@/components/definitions/runs/use-runs';
import { JobState } from '@/components/jobs/job-state';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useResult } from '../rule/use-result';
import { useEditor, useView } from '../state/editor-context';

/**
 * The numbers of a definition side by side, each with what it is as of: what the drawing gives, what the last run gave, and
 * which version that runs. They differ with the as-of, the drawing and the data; here it is seen which of them.
 */
export function NumbersLine() {
  const t = useTranslations('editor.numbers');
  const format = useFormat();
  const asOfText = useAsOfText();
  const { definition } = useEditor();
  const asOf = useView((state) => state.asOf);
  const result = useResult();
  const runs = useRuns(definition.id).data?.pages.flatMap((page) => page.runs);
  const [latest] = runs ?? [];
  const done = runs?.find(({ state }) => state === 'done');
  const n = result ? format.number(result.n) : '–';
  const at = asOf === null ? null : /T/.test(asOf) ? asOfText(asOf) : asOf;
  return (
    <p data-numbers className="flex basis-full flex-wrap items-center gap-x-2 px-1 text-ink-soft text-sm">
      <span className={result?.isStale ? 'dimmed' : undefined}>
        {at === null ? t.rich('now', { n, number }) : t.rich('asOf', { n, at, number })}
      </span>
      <Dot />
      {done ? (
        <TextLink href={definitionPath(definition.kind, definition.id, '/runs')}>
          {t.rich('lastRun', { n: format.number(done.size), at: asOfText(done.asOf), number })}
        </TextLink>
      ) : (
        <span>{t(runs ? 'neverRun' : 'lastRunUnknown')}</span>
      )}
      {latest && latest.state !== 'done' && <JobState state={latest.state} />}
      <Dot />
      <span>
        {definition.publishedVersion === null
          ? t('unpublished')
          : t('version', { n: definition.publishedVersion })}
      </span>
    </p>
  );
}

const number = (children: React.ReactNode) => <b className="tabular font-semibold">{children}</b>;

function Dot() {
  return <span aria-hidden>·</span>;
}
