import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';

type NoticeTone = 'info' | 'ok' | 'warn' | 'danger';

const looks: Record<NoticeTone, { icon: LucideIcon; look: string }> = {
  info: { icon: Info, look: 'bg-accent-soft text-accent-ink' },
  ok: { icon: CircleCheck, look: 'bg-ok-soft text-ok-ink' },
  warn: { icon: TriangleAlert, look: 'bg-warn-soft text-warn-ink' },
  danger: { icon: OctagonAlert, look: 'bg-danger-soft text-danger-ink' },
};

interface Props {
  tone: NoticeTone;
  /** Announced when it appears. */
  live?: boolean;
  children: ReactNode;
  action?: ReactNode;
}

/** A sentence or two that belong to what is below or beside them. */
export function Notice({ tone, live, children, action }: Props) {
  const { icon: Icon, look } = looks[tone];
  return (
    <div
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg px-3 py-2', look)}
    >
      <Icon size={16} aria-hidden className="mt-[3px] shrink-0" />
      <div className="min-w-0 flex-1 basis-48 break-words">{children}</div>
      {action}
    </div>
  );
}
