'use client';

import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { classNames } from './class-names';

interface Props {
  href: string;
  children: ReactNode;
  className?: string;
  'aria-label'?: string;
  /** Besides going there: close what the link stands in. */
  onPress?: () => void;
}

/** A link in text or in a table's cell. */
export function TextLink({ className, ...props }: Props) {
  return (
    <Link
      {...props}
      className={classNames(
        'rounded-sm text-accent-ink no-underline underline-offset-2 data-hovered:underline',
        className,
      )}
    />
  );
}
