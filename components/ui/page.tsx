import type { ReactNode } from 'react';
import { classNames } from './class-names';

interface Props {
  title: ReactNode;
  /** One line about what this is, or the state of it. */
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Forms and settings read better in a column. */
  narrow?: boolean;
}

/** The body of a page: its one heading, its actions, its content. */
export function Page({ title, subtitle, actions, children, narrow }: Props) {
  return (
    <div
      className={classNames('flex shrink-0 flex-col gap-4 p-4 sm:p-6', narrow && 'mx-auto w-full max-w-4xl')}
    >
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h1 className="font-semibold text-xl break-words">{title}</h1>
          {subtitle && <div className="mt-0.5 text-ink-soft">{subtitle}</div>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** A titled part of a page. */
export function Panel({
  title,
  actions,
  children,
  flush,
}: {
  title?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** The content brings its own padding: a table, a list. */
  flush?: boolean;
}) {
  return (
    <section className="min-w-0 rounded-lg border border-line bg-surface">
      {title && (
        <header className="flex flex-wrap items-center justify-between gap-2 border-line border-b px-4 py-2">
          <h2 className="font-semibold">{title}</h2>
          {actions}
        </header>
      )}
      <div className={flush ? '' : 'p-4'}>{children}</div>
    </section>
  );
}
