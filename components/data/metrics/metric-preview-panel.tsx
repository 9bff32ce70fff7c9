'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { useValueText } from '@/components/members/member-value';
import { classNames } from '@/components/ui/class-names';
import { DefinitionList } from '@/components/ui/definition-list';
import { Sentence } from '@/components/ui/sentence';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import type { MetricPreviewAnswer } from '@/lib/contracts/metrics';
import type { EventOperand } from '@/rules-engine/index';
import { useMetricPreview } from './use-metrics';

interface Props {
  /** Null while it isn't complete. */
  operand: EventOperand | null;
  /** ISO 8601. */
  asOf: string;
}

/** What a metric would give over the members: how many have a value, how the values spread, a few examples. */
export function MetricPreviewPanel({ operand, asOf }: Props) {
  const t = useTranslations('metrics');
  const query = useMetricPreview(operand, asOf);
  if (operand === null && !query.data) return <p className="text-ink-faint">{t('incomplete')}</p>;
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-64" />}>
      {(preview) => (
        <div className={classNames('flex flex-col gap-4', query.isPlaceholderData && 'dimmed')}>
          <p className="font-medium">
            <Sentence of={preview.sentence} />
          </p>
          <Figures preview={preview} />
          <Histogram preview={preview} />
          <Examples preview={preview} />
        </div>
      )}
    </Loaded>
  );
}

function useKind({ type, unit }: Pick<MetricPreviewAnswer, 'type' | 'unit'>) {
  const valueText = useValueText();
  return (value: number | string | null) => valueText(value, { type, unit });
}

function Figures({ preview }: { preview: MetricPreviewAnswer }) {
  const t = useTranslations('metrics');
  const format = useFormat();
  const show = useKind(preview);
  const { of, present, exact, tookMs } = preview;
  return (
    <DefinitionList
      items={[
        {
          key: 'present',
          term: t('present'),
          value: (
            <span className="tabular">
              {t(exact ? 'presentOf' : 'presentOfSample', {
                present: format.number(present),
                of: format.number(of),
                share: format.share(present, of),
              })}
            </span>
          ),
        },
        { key: 'min', term: t('min'), value: show(preview.min) },
        { key: 'median', term: t('median'), value: show(preview.median) },
        ...(preview.type === 'date' ? [] : [{ key: 'mean', term: t('mean'), value: show(preview.mean) }]),
        { key: 'max', term: t('max'), value: show(preview.max) },
        { key: 'took', term: t('took'), value: format.duration(tookMs) },
      ]}
    />
  );
}

function Histogram({ preview }: { preview: MetricPreviewAnswer }) {
  const t = useTranslations('metrics');
  const format = useFormat();
  const show = useKind(preview);
  const { bins } = preview;
  const most = Math.max(1, ...bins.map(({ n }) => n));
  if (bins.length === 0) return null;
  return (
    <figure>
      <div className="flex h-28 items-end gap-px" aria-hidden>
        {bins.map(({ from, to, n }) => (
          <div
            key={String(from)}
            title={`${show(from)} – ${show(to)}: ${format.number(n)}`}
            className="min-h-px flex-1 rounded-t-sm bg-accent"
            style={{ height: `${(n / most) * 100}%` }}
          />
        ))}
      </div>
      <figcaption className="tabular mt-1 flex justify-between text-ink-faint text-sm">
        <span>{show(bins[0]?.from ?? null)}</span>
        <span>{show(bins.at(-1)?.to ?? null)}</span>
      </figcaption>
      <details className="mt-1 text-sm">
        <summary className="min-h-6 text-ink-soft">{t('asTable')}</summary>
        <table className="tabular w-full">
          <thead>
            <tr className="text-left text-ink-faint">
              <th scope="col" className="font-medium">
                {t('range')}
              </th>
              <th scope="col" className="text-right font-medium">
                {t('members')}
              </th>
            </tr>
          </thead>
          <tbody>
            {bins.map(({ from, to, n }) => (
              <tr key={String(from)}>
                <td>
                  {show(from)} – {show(to)}
                </td>
                <td className="text-right">{format.number(n)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function Examples({ preview }: { preview: MetricPreviewAnswer }) {
  const t = useTranslations('metrics');
  const show = useKind(preview);
  if (preview.examples.length === 0) return null;
  return (
    <section>
      <h3 className="mb-1 font-medium text-ink-soft text-sm">{t('examples')}</h3>
      <ul className="flex flex-col gap-0.5">
        {preview.examples.map(({ member, value }) => (
          <li key={member} className="tabular flex justify-between gap-4">
            <TextLink href={`/members/${encodeURIComponent(member)}`}>{member}</TextLink>
            <span>{show(value)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
