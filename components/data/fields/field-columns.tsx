'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from 'react-aria-components';
import { Badge } from '@/components/ui/badge';
import type { ColumnSpec } from '@/components/ui/data-table';
import { Meter } from '@/components/ui/meter';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { Field } from '@/lib/contracts/catalogue';
import { unitText } from '@/rules-engine/index';

export function useFieldColumns(onOpen: (path: string) => void): ColumnSpec<Field>[] {
  const t = useTranslations('data.fields');
  const types = useTranslations('data.types');
  const text = useText();
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'label',
        title: t('label'),
        sort: ({ label }) => text(label),
        cell: (field) => (
          <span className="flex flex-col">
            <Button
              onPress={() => onOpen(field.path)}
              className="min-h-6 self-start rounded-sm text-left text-accent-ink underline-offset-2 data-hovered:underline"
            >
              {text(field.label)}
            </Button>
            <span className="font-mono text-ink-faint text-xs">{field.path}</span>
          </span>
        ),
      },
      {
        id: 'type',
        title: t('type'),
        sort: ({ type }) => types(type),
        cell: ({ type, unit }) => (
          <>
            {types(type)}
            {unit && <span className="text-ink-faint"> · {text(unitText(unit, 2))}</span>}
          </>
        ),
      },
      {
        id: 'fill',
        title: t('fill'),
        width: 180,
        wideOnly: true,
        sort: ({ fill }) => (fill && fill.of > 0 ? fill.present / fill.of : null),
        cell: ({ fill }) =>
          fill ? (
            <span className="flex items-center gap-2">
              <Meter label={t('fill')} value={fill.of > 0 ? fill.present / fill.of : 0} />
              <span className="tabular text-sm">
                {fill.exact ? '' : '≈ '}
                {format.share(fill.present, fill.of)}
              </span>
            </span>
          ) : (
            <span className="text-ink-faint">–</span>
          ),
      },
      {
        id: 'marks',
        title: t('marks'),
        cell: ({ personal, origin }) => (
          <span className="flex flex-wrap gap-1">
            {personal && <Badge tone="warn">{t('personal')}</Badge>}
            <Badge>{t(`origins.${origin}`)}</Badge>
          </span>
        ),
      },
    ],
    [t, types, text, format, onOpen],
  );
}
