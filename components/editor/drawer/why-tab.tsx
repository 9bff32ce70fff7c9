'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { QueryError } from '@/components/data-client/query-error';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { SearchField } from '@/components/ui/search-field';
import { TableSkeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { ExplainAnswer } from '@/lib/contracts/counts';
import { useTrace } from '../rule/trace-context';
import { useEditor, useGraph, useView } from '../state/editor-context';
import { explain } from '../state/view';
import { WhyAbove } from './why-above';
import { WhyNode } from './why-node';

/** Why a member gets what it gets: node by node, with the value, the threshold and how far off. */
export function WhyTab() {
  const t = useTranslations('editor.why');
  const { view } = useEditor();
  const member = useView((state) => state.member);
  const [typed, setTyped] = useState(member ?? '');
  const { answer, isPending, error, retry } = useTrace();
  const look = () => typed.trim() && explain(view, typed.trim());
  return (
    <div className="flex flex-col gap-3 p-3">
      <form
        className="flex flex-wrap items-center gap-2"
        data-own-undo
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <SearchField
          aria-label={t('search')}
          placeholder={t('search')}
          value={typed}
          onChange={setTyped}
          className="w-72 max-w-full"
        />
        <Button icon={Search} type="submit">
          {t('look')}
        </Button>
      </form>
      {member === null ? (
        <p className="text-ink-soft">{t('choose')}</p>
      ) : error && !answer ? (
        <QueryError error={error} onRetry={retry} />
      ) : isPending || !answer ? (
        <TableSkeleton rows={4} columns={3} />
      ) : (
        <Explained answer={answer} />
      )}
    </div>
  );
}

/** How what a member gets is told. */
const given = { tag: 'getsValue', segment: 'inSegment', layering: 'inLayer' } as const;

function Explained({ answer }: { answer: ExplainAnswer }) {
  const t = useTranslations('editor.why');
  const text = useText();
  const format = useFormat();
  const graph = useGraph();
  const { definition } = useEditor();
  const { isStale, nodes } = useTrace();
  const { member, output, asOf } = answer;
  const shown = graph.nodes.filter(({ id }) => nodes.get(id)?.reached);
  const order = new Map(answer.nodes.map(({ node }, index) => [node, index]));
  return (
    <div aria-busy={isStale} className={classNames('flex flex-col gap-3', isStale && 'dimmed')}>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <TextLink href={`/members/${encodeURIComponent(member.id)}`}>{member.id}</TextLink>
        <span className="text-ink-faint">{member.identities.map(({ value }) => value).join(' · ')}</span>
        {output ? (
          <Badge tone="ok">{t(given[definition.kind], { value: text(output.label) })}</Badge>
        ) : (
          <Badge tone="neutral">{definition.kind === 'segment' ? t('notInSegment') : t('getsNothing')}</Badge>
        )}
        <span className="text-ink-faint text-sm">{t('asOf', { at: format.instant(asOf) })}</span>
      </p>
      <ol className="flex flex-col gap-2">
        {[...shown]
          .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
          .map((node) => {
            const step = nodes.get(node.id);
            return step && <WhyNode key={node.id} node={node} step={step} />;
          })}
      </ol>
      {definition.kind !== 'segment' && <WhyAbove above={answer.above} />}
    </div>
  );
}
