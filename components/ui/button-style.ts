import { classNames } from './class-names';

/** `primary`: the one thing to do here. `danger`: destroys. `quiet`: no frame. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'm' | 's';

const variants: Record<ButtonVariant, string> = {
  primary: 'bg-accent text-on-accent data-hovered:bg-accent-strong data-pressed:bg-accent-strong',
  secondary: 'border border-line-strong/50 bg-surface text-ink data-hovered:bg-hover data-pressed:bg-sunken',
  quiet: 'text-ink-soft data-hovered:bg-hover data-hovered:text-ink data-pressed:bg-sunken',
  danger: 'bg-danger text-on-danger data-hovered:bg-danger-strong data-pressed:bg-danger-strong',
};

const sizes: Record<ButtonSize, string> = {
  m: 'h-8 px-3 gap-1.5 text-base',
  s: 'h-6 px-2 gap-1 text-sm',
};

/** The look of everything that acts as a button, links included. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize): string {
  return classNames(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium',
    'transition-colors data-disabled:cursor-not-allowed data-disabled:opacity-50',
    variants[variant],
    sizes[size],
  );
}
