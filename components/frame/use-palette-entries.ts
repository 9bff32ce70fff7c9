'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  FilePlus2,
  Grid3x3,
  Languages,
  Layers,
  LogOut,
  type LucideIcon,
  Split,
  SunMoon,
  Tags,
  UserRound,
} from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { api } from '@/components/data-client/api';
import { rfmPath } from '@/components/definitions/kind-place';
import { matches } from '@/components/ui/matches';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import { definitionListSchema } from '@/lib/contracts/definitions';
import { memberPageSchema } from '@/lib/contracts/members';
import { type Capability, can } from '@/lib/contracts/people';
import { areas, dataPlaces, otherPlaces, settingsPlaces } from './navigation';
import { useSignOut } from './person-menu';
import { usePreferences } from './preferences-context';

export interface PaletteEntry {
  id: string;
  text: string;
  detail?: string;
  icon: LucideIcon;
  href?: string;
  onAction?: () => void;
}

export interface PaletteGroup {
  id: 'members' | 'definitions' | 'pages' | 'actions';
  entries: PaletteEntry[];
}

const shownDefinitions = 8;

/** Everything that the palette offers for what is typed: found at once where it is known, else asked of the server. */
export function usePaletteEntries(query: string): { groups: PaletteGroup[]; isSearching: boolean } {
  const pages = usePages();
  const actions = useActions();
  const definitions = useDefinitions(query);
  const members = useMembers(query);
  const found = (entries: (PaletteEntry & { search: string })[]) =>
    entries.filter((entry) => matches(entry, query));
  const groups: PaletteGroup[] = [
    { id: 'members', entries: members.entries },
    { id: 'definitions', entries: definitions.entries },
    { id: 'pages', entries: found(pages) },
    { id: 'actions', entries: found(actions) },
  ];
  return {
    groups: groups.filter(({ entries }) => entries.length > 0),
    isSearching: members.isFetching || definitions.isFetching,
  };
}

function usePages() {
  const t = useTranslations('frame');
  const { me } = useWorkspace();
  return [...areas, ...dataPlaces, ...settingsPlaces, ...otherPlaces]
    .filter(({ needs }) => !needs || can(me.role, needs))
    .map(({ name, href, icon, search }) => ({ id: `page ${href}`, text: t(name), search, icon, href }));
}

function useActions() {
  const t = useTranslations('frame');
  const locale = useLocale();
  const { me } = useWorkspace();
  const { theme, choose } = usePreferences();
  const leave = useSignOut();
  const make: (PaletteEntry & { search: string; needs?: Capability })[] = [
    {
      id: 'tag',
      text: t('palette.newTag'),
      icon: Tags,
      href: '/tags?new',
      search: 'xinjian biaoqian xjbq',
      needs: 'edit',
    },
    {
      id: 'segment',
      text: t('palette.newSegment'),
      icon: Split,
      href: '/segments?new',
      search: 'xinjian fenqun xjfq',
      needs: 'edit',
    },
    {
      id: 'layering',
      text: t('palette.newLayering'),
      icon: Layers,
      href: '/layers?new',
      search: 'xinjian fenceng xjfc',
      needs: 'edit',
    },
    {
      id: 'rfm',
      text: t('palette.newRfm'),
      icon: Grid3x3,
      href: rfmPath,
      search: 'xinjian rfm fenceng xiangdao xjfc wizard',
      needs: 'edit',
    },
    {
      id: 'import',
      text: t('newImport'),
      icon: FilePlus2,
      href: '/data/imports/new',
      search: 'xinjian daoru xjdr',
      needs: 'import',
    },
    {
      id: 'metric',
      text: t('newMetric'),
      icon: FilePlus2,
      href: '/data/metrics/new',
      search: 'xinjian zhibiao xjzb',
      needs: 'edit',
    },
    {
      id: 'list',
      text: t('newList'),
      icon: FilePlus2,
      href: '/data/lists?new',
      search: 'shangchuan mingdan scmd',
      needs: 'import',
    },
    {
      id: 'theme',
      text: `${t('theme')}: ${t(`themeName.${theme === 'dark' ? 'light' : 'dark'}`)}`,
      icon: SunMoon,
      onAction: () => choose({ theme: theme === 'dark' ? 'light' : 'dark' }),
      search: 'waiguan wg zhuti dark light theme',
    },
    {
      id: 'language',
      text: t(locale === 'en' ? 'languageName.zh' : 'languageName.en'),
      icon: Languages,
      onAction: () => choose({ locale: locale === 'en' ? 'zh-CN' : 'en' }),
      search: 'yuyan yy language english zhongwen',
    },
    { id: 'sign-out', text: t('signOut'), icon: LogOut, onAction: leave, search: 'tuichu tc' },
  ];
  return make.filter(({ needs }) => !needs || can(me.role, needs));
}

/** By name, key, pinyin and its initials: the server knows them all. */
function useDefinitions(query: string) {
  const text = useText();
  const t = useTranslations('frame');
  const { data, isFetching } = useQuery({
    queryKey: ['definitions', 'palette', query],
    enabled: query !== '',
    queryFn: ({ signal }) =>
      api(definitionListSchema, '/api/definitions', { query: { search: query }, signal }),
    placeholderData: query === '' ? undefined : keepPreviousData,
  });
  const kinds = {
    tag: { area: 'tags', icon: Tags },
    segment: { area: 'segments', icon: Split },
    layering: { area: 'layers', icon: Layers },
  } as const;
  const entries = (data?.definitions ?? []).slice(0, shownDefinitions).map(({ id, kind, key, label }) => ({
    id: `definition ${id}`,
    text: text(label),
    detail: `${t(kinds[kind].area)} · ${key}`,
    icon: kinds[kind].icon,
    href: `/${kinds[kind].area}/${id}`,
  }));
  return { entries, isFetching };
}

/** A whole identity or a member's id finds its member; anything shorter is not worth asking. */
function useMembers(query: string) {
  const { data, isFetching } = useQuery({
    queryKey: ['members', 'palette', query],
    enabled: query.length >= 2,
    queryFn: ({ signal }) =>
      api(memberPageSchema, '/api/members', { query: { search: query, limit: 5 }, signal }),
    placeholderData: query.length < 2 ? undefined : keepPreviousData,
  });
  const entries = (data?.members ?? []).map(({ id, identities }) => ({
    id: `member ${id}`,
    text: id,
    detail: identities.map(({ value }) => value).join(' · '),
    icon: UserRound,
    href: `/members/${encodeURIComponent(id)}`,
  }));
  return { entries, isFetching };
}
