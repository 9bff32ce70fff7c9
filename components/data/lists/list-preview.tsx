'use client';

import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import type { InspectAnswer } from '@/lib/contracts/imports';

interface Props {
  inspected: InspectAnswer;
  /** The column with the ids. */
  column: string;
  columnName: (name: string) => string;
}

const ROWS = 6;

/** The first rows of the file, the column with the ids set off. */
export function ListPreview({ inspected: { columns, rows }, column, columnName }: Props) {
  const t = useTranslations('lists.new');
  const look = (name: string) => (name === column ? 'bg-accent-soft text-accent-ink' : 'text-ink-soft');
  return (
    <div>
      <h3 className="mb-1 font-medium text-ink-soft text-sm">{t('preview')}</h3>
      <section
        aria-label={t('preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by the keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-lg border border-line"
      >
        <table className="w-full border-collapse text-sm">
          <thead>
            <tr className="border-line border-b text-left">
              <th scope="col" className="w-12 px-3 py-1.5 font-medium text-ink-faint">
                {t('line')}
              </th>
              {columns.map(({ name }) => (
                <th
                  key={name}
                  scope="col"
                  className={classNames('px-3 py-1.5 font-medium whitespace-nowrap', look(name))}
                >
                  {columnName(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {rows.slice(0, ROWS).map(({ line, cells }) => (
              <tr key={line}>
                <td className="tabular px-3 py-1.5 text-ink-faint">{line}</td>
                {columns.map(({ name }, index) => (
                  <td
                    key={name}
                    className={classNames('tabular max-w-60 truncate px-3 py-1.5', look(name))}
                    title={cells[index]}
                  >
                    {cells[index]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="px-3 py-1.5 text-ink-faint text-sm">{t('noRows')}</p>}
      </section>
    </div>
  );
}
