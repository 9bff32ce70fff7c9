'use client';

import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';
import { classNames } from './class-names';

export interface PopoverProps extends Omit<AriaPopoverProps, 'className'> {
  className?: string;
}

/** What floats: lists of options, menus, calendars. */
export function Popover({ className, ...props }: PopoverProps) {
  return (
    <AriaPopover
      offset={4}
      {...props}
      className={classNames(
        'appear overflow-auto rounded-lg border border-line bg-raised text-ink shadow-float outline-none',
        className,
      )}
    />
  );
}
