'use client';

import { useTranslations } from 'next-intl';
import { Loaded } from '@/components/data-client/loaded';
import { useValueText } from '@/components/members/member-value';
import { Meter } from '@/components/ui/meter';
import { Skeleton } from '@/components/ui/skeleton';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { Field } from '@/lib/contracts/catalogue';
import { useFieldFacts } from '../catalogue-mutations';

/** How full a field is, from where to where it reaches, and its commonest values. */
export function FieldValuesPanel({ field }: { field: Field }) {
  const t = useTranslations('data.fields');
  const text = useText();
  const format = useFormat();
  const valueText = useValueText();
  const query = useFieldFacts(field.path);
  return (
    <Loaded query={query} skeleton={<Skeleton className="h-24" />}>
      {({ fill, values, range }) => (
        <div className="flex flex-col gap-2">
          <p className="tabular text-ink-soft">
            {t(fill.exact ? 'filled' : 'filledSample', {
              present: format.number(fill.present),
              of: format.number(fill.of),
              share: format.share(fill.present, fill.of),
            })}
          </p>
          {range && (
            <p className="tabular text-ink-soft">
              {t('range', { min: valueText(range.min, field), max: valueText(range.max, field) })}
            </p>
          )}
          <ul className="flex flex-col gap-1">
            {values.map(({ value, label, n }) => (
              <li key={String(value)} className="flex items-center gap-3">
                <span className="min-w-0 flex-1 truncate" title={String(value)}>
                  {label ? text(label) : valueText(value, field)}
                </span>
                <Meter label={t('share')} value={fill.present > 0 ? n / fill.present : 0} />
                <span className="tabular w-16 text-right text-sm">{format.number(n)}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  );
}
