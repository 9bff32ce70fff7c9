'use client';

import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { useFormat } from '@/components/ui/use-format';
import { useFormNode } from '../inspector/node-form';
import { useCutpoints } from './cutpoints-context';

/** Below a cut: which set its value is from, and what that found odd. Nothing for one that is typed. */
export function CutSource({ param, error }: { param: string; error?: string }) {
  const t = useTranslations('layers.cutpoints');
  const format = useFormat();
  const node = useFormNode();
  const { questions, sourceOf, running, isKnown, review } = useCutpoints();
  const question = questions.find((asked) => asked.node === node.id && asked.param === param);
  // Not asked while something before it is missing: then it can only be said that there is none yet.
  if (!question) return error ? <p className="text-danger-ink text-sm">{error}</p> : null;
  const set = sourceOf(node.id, param);
  if (!set && !isKnown) return null;
  if (!set) {
    const why = running ? 'beingComputed' : question.stored === null ? 'notComputed' : 'fromNowhere';
    return <p className="text-ink-faint text-sm">{t(why)}</p>;
  }
  const problem = set.cuts.find((cut) => cut.node === node.id && cut.param === param)?.problem;
  return (
    <div className="text-sm">
      <Button
        onPress={() => review(set.number)}
        className="rounded-sm text-left text-accent-ink underline-offset-2 data-hovered:underline"
      >
        {t('setAsOf', { number: set.number, asOf: format.instant(set.asOf) })}
      </Button>
      {problem && <p className="text-warn-ink">{t(`problem.${problem}`)}</p>}
    </div>
  );
}
