'use client';

import { ChevronRight } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/text-link';
import { useCrumbs } from './crumb';
import { placesOf } from './navigation';

/** Where the page is: the places above it as links, itself last. */
export function Breadcrumb() {
  const t = useTranslations('frame');
  const path = usePathname();
  const own = useCrumbs();
  const steps = [
    ...placesOf(path).map(({ name, href }) => ({
      key: href,
      text: t(name),
      href: href === path ? null : href,
    })),
    ...own.map((text) => ({ key: `own ${text}`, text, href: null })),
  ];
  return (
    <nav aria-label={t('breadcrumb')} className="min-w-0 flex-1">
      <ol className="flex min-w-0 items-center gap-1 text-ink-soft">
        {steps.map(({ key, text, href }, index) => {
          const isLast = index === steps.length - 1;
          return (
            <li
              key={key}
              className={
                isLast ? 'flex min-w-0 items-center gap-1' : 'hidden shrink-0 items-center gap-1 sm:flex'
              }
            >
              {index > 0 && <ChevronRight size={14} aria-hidden className="hidden text-ink-faint sm:block" />}
              {href && !isLast ? (
                <TextLink href={href} className="text-ink-soft!">
                  {text}
                </TextLink>
              ) : (
                <span aria-current={isLast ? 'page' : undefined} className="truncate text-ink" title={text}>
                  {text}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
