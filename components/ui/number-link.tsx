'use client';

import { Button } from 'react-aria-components';
import { TextLink } from './text-link';
import { Tooltip } from './tooltip';
import { useFormat } from './use-format';

interface Props {
  /** Null: not known yet; it is shown as a dash, never as 0. */
  value: number | null;
  /** Being counted again: the old number stays, dimmed. */
  isStale?: boolean;
  /** `≈` before an estimate, and its error. */
  estimate?: { error: number } | null;
  /** Only where space forces it; the exact number is in the tooltip. */
  compact?: boolean;
  /** Where the number leads: its members. */
  href?: string;
  onPress?: () => void;
  /** Says what it counts: `重要价值 的会员`. */
  label: string;
}

/** A number; when it leads somewhere it looks like a link. */
export function NumberLink({ value, isStale, estimate, compact, href, onPress, label }: Props) {
  const format = useFormat();
  if (value === null) return <span className="text-ink-faint">–</span>;
  const exact = format.number(value);
  const text = `${estimate ? '≈ ' : ''}${compact ? format.compact(value) : exact}`;
  const look = `tabular rounded-sm ${isStale ? 'dimmed' : ''}`;
  const tip = `${exact}${estimate ? ` ± ${format.number(estimate.error)}` : ''}`;
  if (onPress) {
    return (
      <Tooltip text={tip}>
        <Button
          onPress={onPress}
          aria-label={`${label}: ${tip}`}
          className={`${look} text-accent-ink underline-offset-2 data-hovered:underline`}
        >
          {text}
        </Button>
      </Tooltip>
    );
  }
  if (href) {
    return (
      <Tooltip text={tip}>
        <TextLink href={href} aria-label={`${label}: ${tip}`} className={look}>
          {text}
        </TextLink>
      </Tooltip>
    );
  }
  return (
    <span className={look} title={compact || estimate ? tip : undefined}>
      {text}
    </span>
  );
}
