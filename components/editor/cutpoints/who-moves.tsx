'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Loaded } from '@/components/data-client/loaded';
import { ColorSwatch } from '@/components/layers/color-swatch';
import { NumberLink } from '@/components/ui/number-link';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { Comparison, Flow, MovedValue } from '@/lib/contracts/movement';
import { useEditor } from '../state/editor-context';
import { MovingMembers } from './moving-members';
import { type Compared, useComparison } from './use-cutpoint-sets';

/** Who would be somewhere else with the new cuts: from where to where, how many, and who they are. */
export function WhoMoves({ compared }: { compared: Compared }) {
  const { definition } = useEditor();
  const query = useComparison(definition.id, compared);
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-24" />}>
      {(comparison) => <Moves comparison={comparison} compared={compared} />}
    </Loaded>
  );
}

function Moves({ comparison, compared }: { comparison: Comparison; compared: Compared }) {
  const t = useTranslations('layers.cutpoints');
  const format = useFormat();
  const { definition } = useEditor();
  const [shown, setShown] = useState<Flow | null>(null);
  const name = useValueName(comparison.values);
  const moved = comparison.flows.filter(({ from, to }) => from !== to).sort((a, b) => b.n - a.n);
  const sum = (flows: readonly Flow[]) => flows.reduce((total, { n }) => total + n, 0);
  const title = ({ from, to }: Flow) => t('moving', { from: name(from), to: name(to) });
  const show = (flow: Flow) => setShown(flow === shown ? null : flow);
  const total = sum(comparison.flows);
  const movedTotal = sum(moved);
  return (
    <section aria-label={t('moves')} className="flex flex-col gap-2">
      <h3 className="font-medium">
        {movedTotal === 0
          ? t('nobodyMoves')
          : t('movesTotal', { n: format.number(movedTotal), share: format.share(movedTotal, total) })}
      </h3>
      {moved.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {moved.map((flow) => (
            <li key={`${flow.from} ${flow.to}`} className="flex flex-col gap-2 px-3 py-1.5">
              <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Value of={flow.from} values={comparison.values} />
                <ArrowRight size={12} aria-label={t('to')} className="text-ink-faint" />
                <Value of={flow.to} values={comparison.values} />
                <span className="ml-auto">
                  <NumberLink value={flow.n} label={title(flow)} onPress={() => show(flow)} />
                </span>
              </div>
              {flow === shown && (
                <MovingMembers
                  definition={definition.id}
                  compared={compared}
                  from={flow.from}
                  to={flow.to}
                  title={title(flow)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="text-ink-faint text-sm">
        {t('comparedAsOf', {
          at: format.instant(comparison.asOf),
          time: format.duration(comparison.tookMs),
        })}
      </p>
    </section>
  );
}

function useValueName(values: readonly MovedValue[]): (value: string | null) => string {
  const t = useTranslations('layers.cutpoints');
  const text = useText();
  return (value) => {
    if (value === null) return t('nowhere');
    const found = values.find((known) => known.value === value);
    return found ? text(found.label) || t('inside') : value || t('inside');
  };
}

function Value({ of, values }: { of: string | null; values: readonly MovedValue[] }) {
  const name = useValueName(values);
  const color = values.find(({ value }) => value === of)?.color ?? null;
  return (
    <span className="inline-flex items-center gap-1.5">
      {color !== null && <ColorSwatch color={color} />}
      {name(of)}
    </span>
  );
}
