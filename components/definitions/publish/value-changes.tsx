'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { NumberLink } from '@/components/ui/number-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { givesValues } from '@/lib/contracts/definition-kind';
import type { Definition, PublishPreview } from '@/lib/contracts/definitions';
import type { MovingAsked } from './use-publish';

interface Props {
  definition: Definition;
  preview: PublishPreview;
  onMembers: (moving: MovingAsked, label: string) => void;
}

/** How many members come in and go out, of each value and in all. */
export function ValueChanges({ definition, preview, onMembers }: Props) {
  const t = useTranslations('definitions.publish');
  const text = useText();
  const format = useFormat();
  const { size, entered, left, values } = preview;
  const what = { tag: 'value', segment: 'segment', layering: 'layer' } as const;
  const number = (n: number | null) => (n === null ? '–' : format.number(n));
  const rows = [
    { value: undefined, label: t('all'), before: size.before, after: size.after, entered, left },
    ...(givesValues(definition.kind) ? values.map((row) => ({ ...row, label: text(row.label) })) : []),
  ];
  return (
    <table className="w-full" aria-label={t('changes')}>
      <thead>
        <tr className="text-ink-faint text-sm">
          <th scope="col" className="py-1 text-left font-medium">
            {t(what[definition.kind])}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {t('size')}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {t('entered')}
          </th>
          <th scope="col" className="py-1 text-right font-medium">
            {t('left')}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-line border-t">
        {rows.map((row) => (
          <tr key={row.value ?? ' all'} className={row.value === undefined ? 'font-medium' : ''}>
            <th
              scope="row"
              className={
                row.value === undefined ? 'py-1.5 text-left font-medium' : 'py-1.5 text-left font-normal'
              }
            >
              {row.label}
            </th>
            <td className="tabular whitespace-nowrap py-1.5 text-right">
              <span className="text-ink-faint">{number(row.before)}</span>{' '}
              <ArrowRight size={12} aria-label={t('to')} className="inline text-ink-faint" />{' '}
              {number(row.after)}
            </td>
            {(['entered', 'left'] as const).map((change) => (
              <td key={change} className="py-1.5 text-right">
                <NumberLink
                  value={row[change]}
                  label={t(`${change}Of`, { name: row.label })}
                  onPress={
                    row[change]
                      ? () => onMembers({ change, value: row.value }, t(`${change}Of`, { name: row.label }))
                      : undefined
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
