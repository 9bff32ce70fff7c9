'use client';

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, Link } from 'react-aria-components';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './button-style';
import { classNames } from './class-names';
import { Spinner } from './spinner';

interface Look {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** The verb. */
  children: ReactNode;
  className?: string;
}

export interface ButtonProps extends Look, Omit<AriaButtonProps, 'children' | 'className'> {}

/** A verb. While `isPending` it keeps its place and says that it works. */
export function Button({
  variant = 'secondary',
  size = 'm',
  icon: Icon,
  children,
  className,
  ...props
}: ButtonProps) {
  return (
    <AriaButton {...props} className={classNames(buttonStyle(variant, size), className)}>
      {props.isPending ? <Spinner /> : Icon && <Icon size={16} aria-hidden />}
      {children}
    </AriaButton>
  );
}

export interface LinkButtonProps extends Look {
  href: string;
  /** A file to save instead of a page to open. */
  download?: boolean | string;
}

/** Looks like a button and goes to a page or downloads a file. */
export function LinkButton({
  variant = 'secondary',
  size = 'm',
  icon: Icon,
  children,
  className,
  ...props
}: LinkButtonProps) {
  return (
    <Link {...props} className={classNames(buttonStyle(variant, size), 'no-underline', className)}>
      {Icon && <Icon size={16} aria-hidden />}
      {children}
    </Link>
  );
}
