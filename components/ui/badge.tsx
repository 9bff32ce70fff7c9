import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'danger';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft',
  accent: 'bg-accent-soft text-accent-ink',
  ok: 'bg-ok-soft text-ok-ink',
  warn: 'bg-warn-soft text-warn-ink',
  danger: 'bg-danger-soft text-danger-ink',
};

interface Props {
  tone?: Tone;
  icon?: LucideIcon;
  /** The meaning in words: the tone only repeats it. */
  children: ReactNode;
}

export function Badge({ tone = 'neutral', icon: Icon, children }: Props) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-5 max-w-full items-center gap-1 rounded-sm px-1.5 align-middle font-medium text-xs',
        tones[tone],
      )}
    >
      {Icon && <Icon size={12} aria-hidden className="shrink-0" />}
      <span className="min-w-0 break-words">{children}</span>
    </span>
  );
}
