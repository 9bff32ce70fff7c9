'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CountsAnswer } from '@/lib/contracts/counts';
import { noEvents, outsideLayer, portKey, type RfmChoices, rfmCells } from '@/rules-engine/index';
import { heat } from './heat';
import { LayerCell } from './layer-cell';

interface Props {
  choices: RfmChoices;
  counts: CountsAnswer | null;
  isStale: boolean;
  onEdit: (value: string) => void;
}

const sides = ['better', 'worse'] as const;
const rows = sides.flatMap((monetary) => sides.map((frequency) => ({ frequency, monetary })));

/**
 * The eight cells: R from left to right, F and M from top to bottom, the fuller the darker. Below them who is in none:
 * those with such events outside the window only, and those who never had one.
 */
export function CellsGrid({ choices, counts, isStale, onEdit }: Props) {
  const t = useTranslations('layers.rfm');
  const s = useTranslations('layers.cut.sides');
  const countOf = (port: string) => counts?.ports[portKey('rfm', port)]?.n ?? null;
  const most = Math.max(0, ...rfmCells.map(({ id }) => countOf(id) ?? 0));
  const cell = (value: string, port: string) => (
    <LayerCell
      value={value}
      choices={choices}
      n={countOf(port)}
      total={counts?.total ?? null}
      isStale={isStale}
      onEdit={() => onEdit(value)}
    />
  );
  const edge = 'px-0.5 py-1 font-medium text-ink-soft text-xs sm:px-2 sm:text-sm';
  const outside = outsideLayer(choices);
  const apart = (title: string, content: ReactNode) => (
    <tr>
      <th scope="row" className={`${edge} text-left`}>
        {title}
      </th>
      <td colSpan={2} className="rounded-md border border-line border-dashed p-0 align-top">
        {content}
      </td>
    </tr>
  );
  return (
    <div className="flex flex-col gap-1">
      <table className="w-full table-fixed border-separate border-spacing-1" aria-label={t('cells')}>
        <colgroup>
          <col className="w-12 sm:w-24" />
          <col />
          <col />
        </colgroup>
        <thead>
          <tr>
            <td />
            {sides.map((recency) => (
              <th key={recency} scope="col" className={`${edge} text-left`}>
                R {s(`recency.${recency}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ frequency, monetary }) => (
            <tr key={`${frequency} ${monetary}`}>
              <th scope="row" className={`${edge} text-left`}>
                <span className="block">F {s(`frequency.${frequency}`)}</span>
                <span className="block">M {s(`monetary.${monetary}`)}</span>
              </th>
              {sides.map((recency) => {
                const found = rfmCells.find(
                  ({ sides: [r, f, m] }) => r === recency && f === frequency && m === monetary,
                );
                return (
                  found && (
                    <td
                      key={recency}
                      className="rounded-md border border-line p-0 align-top"
                      style={heat(countOf(found.id), most)}
                    >
                      {cell(found.id, found.id)}
                    </td>
                  )
                );
              })}
            </tr>
          ))}
          {outside !== null && apart(t('outside'), cell(outside, 'outside'))}
          {apart(t('noEvent'), cell(noEvents, 'empty'))}
        </tbody>
      </table>
      <p className="text-ink-faint text-sm">{t('heat')}</p>
    </div>
  );
}
