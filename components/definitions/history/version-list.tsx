'use client';

import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { Instant } from '@/components/ui/instant';
import { useFormat } from '@/components/ui/use-format';
import type { Version } from '@/lib/contracts/definitions';

interface Props {
  versions: readonly Version[];
  selected: number;
  /** The version in force. */
  current: number | null;
  onSelect: (version: number) => void;
}

export function VersionList({ versions, selected, current, onSelect }: Props) {
  const t = useTranslations('definitions.history');
  const format = useFormat();
  return (
    <nav aria-label={t('versions')} className="shrink-0 lg:w-80">
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
        {versions.map(({ version, author, publishedAt, note, size, entered, left }) => (
          <li key={version}>
            <Button
              onPress={() => onSelect(version)}
              aria-current={version === selected ? 'true' : undefined}
              className={classNames(
                'flex w-full flex-col gap-0.5 px-3 py-2 text-left -outline-offset-2! data-hovered:bg-hover',
                version === selected && 'bg-accent-soft',
              )}
            >
              <span className="flex items-center gap-2">
                <b className="font-semibold">v{version}</b>
                {version === current && <Badge tone="ok">{t('current')}</Badge>}
                <span className="flex-1" />
                <span className="text-ink-faint text-sm">
                  <Instant at={publishedAt} exact />
                </span>
              </span>
              <span className="tabular text-ink-soft text-sm">
                {t('figures', {
                  size: format.number(size),
                  entered: format.number(entered),
                  left: format.number(left),
                })}
              </span>
              <span className="text-ink-faint text-sm">{author}</span>
              {note && <span className="break-words text-sm">{note}</span>}
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
