'use client';

import { PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import { useWorkspace } from '@/components/ui/workspace-context';
import { areas, isWithin, type Place } from './navigation';

interface Props {
  isCollapsed: boolean;
  /** Leave out where the rail is a drawer. */
  onToggle?: () => void;
  onNavigate?: () => void;
}

/** The areas of the product. Collapsed it shows the icons alone, with their names as tooltips. */
export function Rail({ isCollapsed, onToggle, onNavigate }: Props) {
  const t = useTranslations('frame');
  const path = usePathname();
  const { name } = useWorkspace();
  return (
    <nav aria-label={t('navigation')} className="flex h-full flex-col gap-1 p-2">
      <div
        className={classNames(
          'flex h-9 items-center gap-2 px-2 font-semibold',
          isCollapsed && 'justify-center px-0',
        )}
      >
        <Mark />
        {!isCollapsed && (
          <span className="truncate" title={name}>
            {name}
          </span>
        )}
      </div>
      <ul className="flex flex-1 flex-col gap-0.5 overflow-y-auto">
        {areas.map((place) => (
          <li key={place.name}>
            <Item
              place={place}
              isCollapsed={isCollapsed}
              isCurrent={isWithin(path, place.href)}
              onNavigate={onNavigate}
            />
          </li>
        ))}
      </ul>
      {onToggle && (
        <div className={isCollapsed ? 'self-center' : 'self-end'}>
          <IconButton
            icon={isCollapsed ? PanelLeftOpen : PanelLeftClose}
            label={t(isCollapsed ? 'expand' : 'collapse')}
            placement="right"
            onPress={onToggle}
          />
        </div>
      )}
    </nav>
  );
}

interface ItemProps {
  place: Place;
  isCollapsed: boolean;
  isCurrent: boolean;
  onNavigate?: () => void;
}

function Item({ place: { name, href, icon: Icon }, isCollapsed, isCurrent, onNavigate }: ItemProps) {
  const t = useTranslations('frame');
  const link = (
    <Link
      href={href}
      onPress={onNavigate}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={isCollapsed ? t(name) : undefined}
      className={classNames(
        'flex h-8 items-center gap-2.5 rounded-md no-underline',
        isCollapsed ? 'w-8 justify-center' : 'px-2',
        isCurrent
          ? 'bg-accent-soft font-medium text-accent-ink'
          : 'text-ink-soft data-hovered:bg-hover data-hovered:text-ink',
      )}
    >
      <Icon size={16} aria-hidden className="shrink-0" />
      {!isCollapsed && t(name)}
    </Link>
  );
  return isCollapsed ? (
    <Tooltip text={t(name)} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}

/** The product's mark: two threads crossing. */
export function Mark() {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" className="shrink-0">
      <rect x="1" y="1" width="18" height="18" rx="5" className="fill-accent" />
      <path
        d="M5 8h4m2 0h4M5 12h10M8 5v10M12 5v1m0 4v5"
        className="stroke-on-accent"
        strokeWidth="1.8"
        strokeLinecap="round"
        fill="none"
      />
    </svg>
  );
}
