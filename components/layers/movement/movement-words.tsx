'use client';

import { useTranslations } from 'next-intl';
import { NumberLink } from '@/components/ui/number-link';
import { useFormat } from '@/components/ui/use-format';
import type { Flow, MovedValue } from '@/lib/contracts/movement';
import { byDirection, type Cell, directions, moves } from './flows';
import { useEndName } from './use-end-name';

interface Props {
  values: readonly MovedValue[];
  flows: readonly Flow[];
  onCell: (cell: Cell) => void;
}

const told = 3;

/** What happened in words: who rose, fell, stayed, came and went, and what moved most. */
export function MovementWords({ values, flows, onCell }: Props) {
  const t = useTranslations('layers.movement');
  const format = useFormat();
  const name = useEndName(values);
  const sums = byDirection(values, flows);
  const most = moves(flows);
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="tabular flex flex-wrap gap-x-4 gap-y-1">
        {directions
          .filter((way) => sums[way] > 0)
          .map((way) => (
            <span key={way}>{t(`sums.${way}`, { n: format.number(sums[way]) })}</span>
          ))}
      </p>
      {most.length === 0 ? (
        <p className="text-ink-soft">{t('nobodyMoved')}</p>
      ) : (
        <div className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft">
          <span>{t('most')}</span>
          {most.slice(0, told).map(({ from, to, n }) => (
            <span key={`${from} ${to}`}>
              {name.cell({ from, to })}{' '}
              <NumberLink value={n} label={name.cell({ from, to })} onPress={() => onCell({ from, to })} />
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
