'use client';

import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { type ButtonVariant, buttonStyle } from './button-style';
import { classNames } from './class-names';
import { Spinner } from './spinner';
import { Tooltip } from './tooltip';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> {
  icon: LucideIcon;
  /** The verb, read aloud and shown as the tooltip. */
  label: string;
  variant?: ButtonVariant;
  size?: 'm' | 's';
  placement?: 'top' | 'bottom' | 'left' | 'right';
  className?: string;
}

const sides = { m: 'w-8 px-0!', s: 'w-6 px-0!' };

export function IconButton({
  icon: Icon,
  label,
  variant = 'quiet',
  size = 'm',
  placement = 'bottom',
  className,
  ...props
}: IconButtonProps) {
  return (
    <Tooltip text={label} placement={placement}>
      <AriaButton
        {...props}
        aria-label={label}
        className={classNames(buttonStyle(variant, size), sides[size], className)}
      >
        {props.isPending ? <Spinner /> : <Icon size={size === 's' ? 14 : 16} aria-hidden />}
      </AriaButton>
    </Tooltip>
  );
}
