'use client';

import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';

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

/** The same at a piece of text: it becomes a stop of the Tab key so that the keyboard reaches the tooltip too. */
export function TextTooltip({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <TooltipTrigger delay={300} closeDelay={80}>
      <Focusable>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the exact value has to be reachable without a mouse */}
        <span role="note" tabIndex={0} className="rounded-sm">
          {children}
        </span>
      </Focusable>
      <AriaTooltip offset={6} className={bubble}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
