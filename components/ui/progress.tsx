'use client';

import { useTranslations } from 'next-intl';
import { ProgressBar } from 'react-aria-components';
import { classNames } from './class-names';
import { useFormat } from './use-format';

interface Props {
  label: string;
  done: number;
  /** Null: unknown; then the bar says only that work goes on. */
  total: number | null;
  /** Shows the figures below the bar. */
  figures?: boolean;
}

/** How far work is. */
export function Progress({ label, done, total, figures }: Props) {
  const t = useTranslations('ui.progress');
  const format = useFormat();
  const known = total !== null && total > 0;
  const text = known
    ? t('of', { done: format.number(done), total: format.number(total) })
    : t('done', { done: format.number(done) });
  return (
    <ProgressBar
      aria-label={label}
      value={known ? Math.min(done, total) : 0}
      maxValue={known ? total : 1}
      isIndeterminate={!known}
      valueLabel={text}
    >
      {({ percentage }) => (
        <>
          <div className="h-1.5 overflow-hidden rounded-full bg-sunken">
            <div
              className={classNames(
                'h-full rounded-full bg-accent transition-[width]',
                !known && 'pulse w-1/3',
              )}
              style={known ? { width: `${percentage ?? 0}%` } : undefined}
            />
          </div>
          {figures && (
            <p className="tabular mt-1 flex justify-between text-ink-faint text-sm">
              <span>{text}</span>
              {known && <span>{format.share(done, total)}</span>}
            </p>
          )}
        </>
      )}
    </ProgressBar>
  );
}
