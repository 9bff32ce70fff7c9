'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { Badge } from '@/components/ui/badge';
import { LoadMore } from '@/components/ui/load-more';
import { TableSkeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { type ImportReasonCode, reasonText } from '@/lib/contracts/import-reasons';
import type { RejectsAnswer } from '@/lib/contracts/imports';
import { textKey } from '@/lib/i18n/locales';
import { useRejects } from './use-imports';

/** The rejected rows: line, reasons, and the row as it stands in the file. */
export function RejectsTable({ id }: { id: string }) {
  const query = useRejects(id);
  return (
    <Loaded query={query} skeleton={<TableSkeleton rows={4} />}>
      {({ pages }) => {
        const [first] = pages;
        const rejects = pages.flatMap((page) => page.rejects);
        if (!first) return null;
        return (
          <>
            <Summary summary={first.summary} />
            <Rows columns={first.columns} rejects={rejects} />
            <LoadMore
              hasMore={query.hasNextPage}
              isLoading={query.isFetchingNextPage}
              onLoadMore={() => query.fetchNextPage()}
              shown={rejects.length}
              total={first.total}
            />
          </>
        );
      }}
    </Loaded>
  );
}

/** How often each reason occurs; what differs from row to row is left out of the sentence. */
function Summary({ summary }: { summary: RejectsAnswer['summary'] }) {
  const t = useTranslations('imports.outcome');
  const locale = useLocale();
  const format = useFormat();
  const sentence = (code: ImportReasonCode) =>
    reasonText({ code, params: {} }, textKey(locale)).replace(/\{\w+\}/g, '…');
  return (
    <ul className="flex flex-wrap gap-2 border-line border-b px-4 py-2">
      {summary.map(({ code, column, n }) => (
        <li key={`${code} ${column}`}>
          <Badge tone="danger">
            {column ?? t('wholeRow')}: {sentence(code)} × {format.number(n)}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function Rows({ columns, rejects }: { columns: readonly string[]; rejects: RejectsAnswer['rejects'] }) {
  const t = useTranslations('imports.outcome');
  const text = useText();
  return (
    <div className="overflow-x-auto">
      <table aria-label={t('rejected')} className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-line border-b text-left text-ink-faint">
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t('line')}
            </th>
            <th scope="col" className="px-3 py-1.5 font-medium">
              {t('reason')}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-3 py-1.5 font-medium whitespace-nowrap">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rejects.map(({ line, reasons, cells }) => (
            <tr key={line}>
              <td className="tabular px-3 py-1.5 align-top text-ink-faint">{line}</td>
              <td className="min-w-56 px-3 py-1.5 align-top text-danger-ink">
                {reasons.map(({ column, message }) => (
                  <p key={`${column} ${message.en}`}>
                    {column !== null && <strong>{column}: </strong>}
                    {text(message)}
                  </p>
                ))}
              </td>
              {cells.length < columns.length ? (
                <td colSpan={columns.length} className="px-3 py-1.5 align-top font-mono break-all">
                  {cells.join(' ')}
                </td>
              ) : (
                columns.map((column, index) => (
                  <td key={column} className="max-w-60 truncate px-3 py-1.5 align-top" title={cells[index]}>
                    {cells[index]}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
