'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { classNames } from '@/components/ui/class-names';
import { useFormat } from '@/components/ui/use-format';
import { textKey } from '@/lib/i18n/locales';
import { type Clause, graphSentence } from '@/rules-engine/index';
import { PortCount } from '../rule/port-count';
import { useRule } from '../rule/rule-context';
import { useResult } from '../rule/use-result';
import { useEditor, useView } from '../state/editor-context';
import { goToField } from '../state/view';

/** What the drawing says, in the page's language. A clause leads to its node, the number to the members. */
export function SentenceBar() {
  const t = useTranslations('editor.sentence');
  const locale = useLocale();
  const rule = useRule();
  const clauses = useMemo(
    () => graphSentence(rule.graph, rule.compiled)[textKey(locale)],
    [rule.graph, rule.compiled, locale],
  );
  return (
    <section
      aria-label={t('label')}
      className="flex items-start gap-3 border-line border-b bg-surface px-3 py-2"
    >
      <p className="max-h-16 min-w-0 flex-1 overflow-auto break-words">
        {clauses.length === 0 ? (
          <span className="text-ink-faint">{t('empty')}</span>
        ) : (
          clauses.map((clause, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its place in the sentence
            <ClauseText key={index} clause={clause} />
          ))
        )}
      </p>
      <Result />
    </section>
  );
}

function ClauseText({ clause: { text, node } }: { clause: Clause }) {
  const t = useTranslations('ui.sentence');
  const { view } = useEditor();
  const isSelected = useView((state) => node !== null && state.nodes.has(node));
  if (node === null) return <span className="text-ink-soft">{text}</span>;
  return (
    // A link, not a button: it breaks over lines as the sentence does, and its address restores what it shows.
    <a
      href={`?node=${encodeURIComponent(node)}`}
      title={t('pick', { clause: text })}
      onClick={(event) => {
        event.preventDefault();
        goToField(view, node, null);
      }}
      className={classNames(
        'rounded-sm text-ink no-underline decoration-line-strong underline-offset-4 hover:underline',
        isSelected && 'bg-accent-soft text-accent-ink',
      )}
    >
      {text}
    </a>
  );
}

/** How many members the drawing gives something to. */
function Result() {
  const t = useTranslations('editor.sentence');
  const format = useFormat();
  const result = useResult();
  const [only, ...more] = result?.outputs ?? [];
  if (!result || !only) return null;
  const { n, isStale } = result;
  return (
    <p className={classNames('shrink-0 whitespace-nowrap', isStale && 'dimmed')} aria-live="polite">
      <span aria-hidden className="mr-2 text-ink-faint">
        →
      </span>
      {more.length === 0 ? (
        <PortCount node={only.id} port="value" label={t('result')} />
      ) : (
        <span className="tabular">{format.number(n)}</span>
      )}{' '}
      {t('members')}
    </p>
  );
}
