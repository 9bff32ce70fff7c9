'use client';

import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { NumberLink } from '@/components/ui/number-link';
import { Sentence } from '@/components/ui/sentence';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { givesValues } from '@/lib/contracts/definition-kind';
import type { Definition, PublishPreview } from '@/lib/contracts/definitions';
import { PublishMembers } from './publish-members';

interface Props {
  definition: Definition;
  preview: PublishPreview;
  revision: number;
  asOf: string | null;
}

interface Shown {
  change: 'entered' | 'left';
  value: string | undefined;
}

/** The sentence before and after, and how many members come in and go out, each with its list. */
export function PublishChanges({ definition, preview, revision, asOf }: Props) {
  const t = useTranslations('definitions.publish');
  const text = useText();
  const format = useFormat();
  const [shown, setShown] = useState<Shown | null>(null);
  const { sentence, size, entered, left, values } = preview;
  const hasValues = givesValues(definition.kind);
  const what = { tag: 'value', segment: 'segment', layering: 'layer' } as const;
  const number = (n: number | null) => (n === null ? '–' : format.number(n));
  const rows = [
    { value: undefined, label: t('all'), before: size.before, after: size.after, entered, left },
    ...(hasValues ? values.map((row) => ({ ...row, label: text(row.label) })) : []),
  ];
  return (
    <>
      <section aria-label={t('sentence')} className="grid gap-2 sm:grid-cols-2">
        {(['before', 'after'] as const).map((when) => (
          <div key={when} className="rounded-md bg-ground p-3">
            <h3 className="text-ink-faint text-sm">{t(when)}</h3>
            {sentence[when] ? (
              <Sentence of={sentence[when]} />
            ) : (
              <p className="text-ink-soft">{t('nothingBefore')}</p>
            )}
          </div>
        ))}
      </section>
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
                    onPress={row[change] ? () => setShown({ change, value: row.value }) : undefined}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="text-ink-faint text-sm">
        {t('asOf', { at: format.instant(preview.asOf), time: format.duration(preview.tookMs) })}
      </p>
      {shown && (
        <PublishMembers
          key={`${shown.change} ${shown.value}`}
          definition={definition.id}
          revision={revision}
          asOf={asOf}
          {...shown}
        />
      )}
    </>
  );
}
