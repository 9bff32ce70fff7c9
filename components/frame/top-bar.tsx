'use client';

import { Menu as MenuIcon, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { IconButton } from '@/components/ui/icon-button';
import { KeyHint } from '@/components/ui/key-hint';
import { Breadcrumb } from './breadcrumb';
import { JobTray } from './job-tray';
import { PersonMenu } from './person-menu';
import { LanguageMenu, ThemeMenu } from './preference-menus';

interface Props {
  onOpenNavigation: () => void;
  onOpenPalette: () => void;
  paletteKeys: string;
}

export function TopBar({ onOpenNavigation, onOpenPalette, paletteKeys }: Props) {
  const t = useTranslations('frame');
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-line border-b bg-surface px-2 sm:px-4">
      <div className="md:hidden">
        <IconButton icon={MenuIcon} label={t('openNavigation')} onPress={onOpenNavigation} />
      </div>
      <Breadcrumb />
      <Button
        onPress={onOpenPalette}
        aria-label={t('palette.open')}
        className="flex h-8 items-center gap-2 rounded-md text-ink-faint data-hovered:bg-hover max-lg:w-8 max-lg:justify-center lg:border lg:border-line lg:bg-ground lg:pr-2 lg:pl-2.5"
      >
        <Search size={16} aria-hidden />
        <span className="hidden lg:inline">{t('palette.open')}</span>
        <span className="hidden lg:inline">
          <KeyHint keys={paletteKeys} />
        </span>
      </Button>
      <JobTray />
      <LanguageMenu />
      <ThemeMenu />
      <PersonMenu />
    </header>
  );
}
