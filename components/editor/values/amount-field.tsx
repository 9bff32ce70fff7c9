'use client';

import { NumberField } from '@/components/ui/number-field';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { SubjectKind } from '../conditions/subject-kind';
import { currencyDigits, fromSmallest, toSmallest } from './amount';
import { useUnitText } from './unit-texts';

interface Props {
  /** As stored: money in the smallest unit. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** Enter, or the field is left. */
  onDone?: () => void;
  kind: Pick<SubjectKind, 'types' | 'unit'>;
  label: string;
  error?: string;
  isDisabled?: boolean;
  placeholder?: string;
  className?: string;
}

/** A number with its unit; money is typed in its currency and stored in the smallest unit. */
export function AmountField({
  value,
  onChange,
  onDone,
  kind,
  label,
  error,
  isDisabled,
  placeholder,
  className,
}: Props) {
  const unitText = useUnitText();
  const { currency: workspaceCurrency } = useWorkspace();
  const isMoney = kind.types.includes('money');
  const currency = kind.unit ?? workspaceCurrency;
  const unit = isMoney ? currency : unitText(kind.unit);
  return (
    <NumberField
      aria-label={label}
      value={value === null || !isMoney ? value : fromSmallest(value, currency)}
      onChange={(next) => onChange(next === null || !isMoney ? next : toSmallest(next, currency))}
      onDone={onDone}
      formatOptions={{ maximumFractionDigits: isMoney ? currencyDigits(currency) : 6 }}
      unit={unit}
      error={error}
      isDisabled={isDisabled}
      placeholder={placeholder}
      className={className}
    />
  );
}
