'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Link } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { useWorkspace } from '@/components/ui/workspace-context';
import { can } from '@/lib/contracts/people';
import { dataPlaces, isWithin, settingsPlaces } from './navigation';

const sections = { data: dataPlaces, settings: settingsPlaces };

/** The pages of an area, above each of them. */
export function SectionTabs({ section }: { section: keyof typeof sections }) {
  const t = useTranslations('frame');
  const path = usePathname();
  const { me } = useWorkspace();
  return (
    <nav
      aria-label={t(section)}
      className="shrink-0 overflow-x-auto border-line border-b bg-surface px-2 sm:px-4"
    >
      <ul className="flex gap-1">
        {sections[section]
          .filter(({ needs }) => !needs || can(me.role, needs))
          .map(({ name, href }) => {
            const isCurrent = isWithin(path, href);
            return (
              <li key={name}>
                <Link
                  href={href}
                  aria-current={isCurrent ? 'page' : undefined}
                  className={classNames(
                    'flex h-9 items-center whitespace-nowrap border-b-2 px-2.5 no-underline -outline-offset-2!',
                    isCurrent
                      ? 'border-accent font-medium text-ink'
                      : 'border-transparent text-ink-soft data-hovered:text-ink',
                  )}
                >
                  {t(name)}
                </Link>
              </li>
            );
          })}
      </ul>
    </nav>
  );
}
