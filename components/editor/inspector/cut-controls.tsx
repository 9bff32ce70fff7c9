'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NumberField } from '@/components/ui/number-field';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select } from '@/components/ui/select';
import type { Cut, rfmDimensions } from '@/rules-engine/index';
import type { SubjectKind } from '../conditions/subject-kind';
import { AmountField } from '../values/amount-field';
import type { HowChanged } from './node-form';

const methods = ['mean', 'median', 'quantile', 'number'] as const satisfies readonly Cut['by'][];
const sides = ['better', 'worse'] as const satisfies readonly Cut['ties'][];

export type Dimension = (typeof rfmDimensions)[number]['param'];

/** A cut as far as it is entered. */
export interface CutDraft {
  by: Cut['by'] | null;
  share: number;
  value: number | null;
  ties: Cut['ties'] | null;
}

interface Props {
  /** Names the cut: `R：远近`. */
  title: string;
  /** What the two sides are called. */
  dimension: Dimension;
  cut: CutDraft;
  /** `type`: a number in it is being typed. */
  onChange: (cut: Cut, how: HowChanged) => void;
  kind: Pick<SubjectKind, 'types' | 'unit'>;
  error?: string;
  isDisabled?: boolean;
  /** What was computed, with which typing a number begins. */
  computed: number | null;
  /** The cut in words, and where it is from. */
  children?: ReactNode;
}

/** How a number is cut in two: by what is computed of the members, or at a number that is typed. */
export function CutControls({
  title,
  dimension,
  cut,
  onChange,
  kind,
  error,
  isDisabled,
  computed,
  children,
}: Props) {
  const t = useTranslations('layers.cut');
  const change = ({ by, share, value, ties }: CutDraft, how: HowChanged = 'choose') =>
    onChange(
      { by: by ?? 'mean', ...(by === 'quantile' ? { share } : {}), value, ties: ties ?? 'worse' },
      how,
    );
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-medium text-ink-soft text-sm">{title}</legend>
      <div className="flex flex-wrap items-start gap-2">
        <Select
          aria-label={t('by', { name: title })}
          className="min-w-28 flex-1"
          options={methods.map((id) => ({ id, text: t(`methods.${id}`) }))}
          value={cut.by}
          onChange={(by) =>
            by !== cut.by &&
            change({
              ...cut,
              by,
              value: by === 'number' ? (cut.value ?? computed) : null,
              // Whoever types "3 times" means those who reach it; a mean is something to be above.
              ties: by === 'number' ? 'better' : 'worse',
            })
          }
          isDisabled={isDisabled}
        />
        {cut.by === 'quantile' && (
          <NumberField
            aria-label={t('share', { name: title })}
            value={Math.round(cut.share * 1_000) / 10}
            onChange={(share) =>
              share !== null && change({ ...cut, share: share / 100, value: null }, 'type')
            }
            minValue={1}
            maxValue={99}
            unit="%"
            isDisabled={isDisabled}
            className="w-28"
          />
        )}
        {cut.by === 'number' && (
          <AmountField
            label={t('value', { name: title })}
            value={cut.value}
            onChange={(value) => change({ ...cut, value }, 'type')}
            kind={kind}
            error={error}
            isDisabled={isDisabled}
            className="min-w-28 flex-1"
          />
        )}
      </div>
      {cut.by === 'quantile' && <p className="text-ink-faint text-sm">{t('shareHelp')}</p>}
      {children}
      {error && cut.by !== 'number' && <p className="text-danger-ink text-sm">{error}</p>}
      <RadioGroup
        label={t('ties')}
        orientation="horizontal"
        options={sides.map((id) => ({ id, text: t(`sides.${dimension}.${id}`) }))}
        value={cut.ties}
        onChange={(ties) => change({ ...cut, ties })}
        isDisabled={isDisabled}
      />
    </fieldset>
  );
}

/** Which side of a cut a sentence is about: `近：距上次下单天数小于 62 天`. */
export function CutWords({ dimension, children }: { dimension: Dimension; children: ReactNode }) {
  const t = useTranslations('layers.cut');
  return (
    <p className="text-sm">
      <span className="inline-block font-medium first-letter:uppercase">
        {t('side', { side: t(`sides.${dimension}.better`) })}
      </span>
      {children}
    </p>
  );
}
