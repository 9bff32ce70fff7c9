'use client';

import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import { locales, textKey } from '@/lib/i18n/locales';
import { type Theme, themes } from '@/lib/i18n/themes';
import { usePreferences } from './preferences-context';

const themeIcons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

export function LanguageMenu() {
  const t = useTranslations('frame');
  const current = useLocale();
  const { choose } = usePreferences();
  const entries = locales.map((locale) => ({
    id: locale,
    text: t(`languageName.${textKey(locale)}`),
    isSelected: locale === current,
    onAction: () => choose({ locale }),
  }));
  return (
    <Menu
      label={t('language')}
      trigger={<IconButton icon={Languages} label={t('language')} />}
      groups={[{ id: 'language', entries }]}
    />
  );
}

export function ThemeMenu() {
  const t = useTranslations('frame');
  const { theme, choose } = usePreferences();
  const entries = themes.map((id) => ({
    id,
    text: t(`themeName.${id}`),
    icon: themeIcons[id],
    isSelected: id === theme,
    onAction: () => choose({ theme: id }),
  }));
  return (
    <Menu
      label={t('theme')}
      trigger={<IconButton icon={themeIcons[theme]} label={t('theme')} />}
      groups={[{ id: 'theme', entries }]}
    />
  );
}
