'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { Tooltip } from '@/components/ui/tooltip';
import { useFormat } from '@/components/ui/use-format';
import type { Flow, MovedValue } from '@/lib/contracts/movement';
import { EndLabel } from './end-label';
import type { Cell, Direction } from './flows';
import { type MatrixCell, matrixOf } from './matrix';
import { useEndName } from './use-end-name';

interface Props {
  values: readonly MovedValue[];
  flows: readonly Flow[];
  /** What the rows and the columns are as of. */
  before: string;
  after: string;
  onCell: (cell: Cell) => void;
  /** Whose members are shown beside it. */
  shown?: Cell | null;
  /** What it stands on: the first column keeps its place over the others. */
  ground?: 'surface' | 'raised';
}

const tints: Record<Direction, string> = {
  stay: 'bg-ink-faint',
  up: 'bg-ok-ink',
  down: 'bg-danger-ink',
  changed: 'bg-accent',
  new: 'bg-accent',
  gone: 'bg-accent',
};
const signs: Record<Direction, string> = { stay: '', up: '↑', down: '↓', changed: '', new: '', gone: '' };

/** From which layer to which, in numbers: each leads to its members. The darker, the larger the share of its row. */
export function MovementMatrix({ values, flows, before, after, onCell, shown, ground = 'surface' }: Props) {
  const t = useTranslations('layers.movement');
  const name = useEndName(values);
  const { columns, rows, totals, total } = useMemo(() => matrixOf(values, flows), [values, flows]);
  const format = useFormat();
  const grounds = { surface: 'bg-surface', raised: 'bg-raised' };
  const head = 'px-2 py-1.5 text-sm font-medium align-bottom';
  const side = classNames(
    'sticky left-0 z-10 min-w-24 max-w-32 px-2 py-1 text-left font-normal sm:max-w-48',
    grounds[ground],
  );
  return (
    <div className="overflow-x-auto">
      <table aria-label={t('matrix')} className="w-full border-collapse">
        <caption className="sticky left-0 pb-1 text-left text-ink-faint text-sm">
          {t('axes', { before, after })}
        </caption>
        <thead>
          <tr className="border-line border-b text-ink-soft">
            <th scope="col" className={classNames(side, 'align-bottom text-ink-faint text-sm')}>
              {t('corner')}
            </th>
            {columns.map((to) => (
              <th key={to ?? ':'} scope="col" className={classNames(head, 'min-w-20 text-right')}>
                <EndLabel values={values} side="to" end={to} name={name.end('to', to)} />
              </th>
            ))}
            <th scope="col" className={classNames(head, 'text-right')}>
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ from, cells, total: all }) => (
            <tr key={from ?? ':'}>
              <th scope="row" className={side}>
                <EndLabel values={values} side="from" end={from} name={name.end('from', from)} />
              </th>
              {cells.map((cell) => (
                <MatrixNumber
                  key={cell.to ?? ':'}
                  {...cell}
                  label={name.cell({ from, to: cell.to })}
                  isShown={shown?.from === from && shown.to === cell.to}
                  onPress={() => onCell({ from, to: cell.to })}
                />
              ))}
              <Sum label={name.cell({ from })} n={all} onPress={() => onCell({ from })} />
            </tr>
          ))}
        </tbody>
        <tfoot className="border-line border-t">
          <tr>
            <th scope="row" className={classNames(side, 'font-medium')}>
              {t('total')}
            </th>
            {columns.map((to, index) => (
              <Sum
                key={to ?? ':'}
                label={name.cell({ to })}
                n={totals[index] ?? 0}
                onPress={() => onCell({ to })}
              />
            ))}
            <td className="tabular px-2 py-1 text-right font-medium">{format.number(total)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const press =
  'tabular relative min-h-6 min-w-6 rounded-sm text-accent-ink underline-offset-2 data-hovered:underline';

interface NumberProps extends Omit<MatrixCell, 'to'> {
  label: string;
  isShown: boolean;
  onPress: () => void;
}

function MatrixNumber({ n, share, direction, label, isShown, onPress }: NumberProps) {
  const t = useTranslations('layers.movement');
  const format = useFormat();
  const number = format.number(n);
  const looks = classNames(
    'tabular relative px-2 py-1 text-right',
    direction === 'stay' && 'outline-1 outline-line-strong -outline-offset-1 outline-dashed',
    isShown && 'outline-2 outline-accent -outline-offset-2 outline-solid',
  );
  if (n === 0) return <td className={classNames(looks, 'text-ink-faint')}>0</td>;
  const tip = t('cell', { name: label, n: number, share: format.share(share), way: t(`ways.${direction}`) });
  return (
    <td className={looks}>
      <span
        aria-hidden
        className={classNames('absolute inset-0', tints[direction])}
        style={{ opacity: 0.03 + 0.17 * share }}
      />
      <Tooltip text={tip}>
        <Button onPress={onPress} aria-label={tip} className={press}>
          <span aria-hidden className="mr-0.5 text-ink-soft">
            {signs[direction]}
          </span>
          {number}
        </Button>
      </Tooltip>
      <p aria-hidden className="relative text-ink-soft text-xs">
        {format.share(share)}
      </p>
    </td>
  );
}

function Sum({ label, n, onPress }: { label: string; n: number; onPress: () => void }) {
  const format = useFormat();
  const number = format.number(n);
  if (n === 0) return <td className="tabular px-2 py-1 text-right text-ink-faint">0</td>;
  return (
    <td className="px-2 py-1 text-right font-medium">
      <Button onPress={onPress} aria-label={`${label}: ${number}`} className={press}>
        {number}
      </Button>
    </td>
  );
}
