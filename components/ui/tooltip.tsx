'use client';

import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';

const bubble =
  'appear z-50 max-w-xs rounded-md bg-ink px-2 py-1 text-ground text-sm shadow-float break-words whitespace-pre-line';

interface Props {
  text: ReactNode;
  placement?: 'top' | 'bottom' | 'left' | 'right';
  /** A react-aria button or link. */
  children: ReactNode;
}

/** A short text at a control, on hover and on focus. */
export function Tooltip({ text, placement = 'top', children }: Props) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      {children}
      <AriaTooltip placement={placement} offset={6} className={bubble}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
