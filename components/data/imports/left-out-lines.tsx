'use client';

import { useTranslations } from 'next-intl';
import type { LeftOut } from '@/lib/contracts/left-out';

/** Lines of a file that are no rows, as they stand. */
export function LeftOutLines({ lines }: Pick<LeftOut, 'lines'>) {
  const t = useTranslations('imports.file.evidence');
  return (
    <ul className="max-h-40 overflow-y-auto font-mono text-sm">
      {lines.map(({ where, line, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of the end of a large file have no number
        <li key={`${where} ${index}`} className="flex gap-3">
          <span className="tabular w-16 shrink-0 text-ink-faint">
            {line === null ? t('atEnd') : t('line', { line })}
          </span>
          <span className="truncate" title={text}>
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}
