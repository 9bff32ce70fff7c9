import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface Props {
  icon: LucideIcon;
  title: ReactNode;
  /** What this is for. */
  children?: ReactNode;
  /** It is all of the page: the title is its heading. */
  isPage?: boolean;
  /** One button, and a template where there is one. */
  action?: ReactNode;
}

/** Nothing here yet, or nothing matches. */
export function EmptyState({ icon: Icon, title, children, action, isPage }: Props) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      <Icon size={28} aria-hidden className="text-ink-faint" strokeWidth={1.5} />
      <Title className="font-medium text-lg">{title}</Title>
      {children && <div className="max-w-prose text-ink-soft">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
