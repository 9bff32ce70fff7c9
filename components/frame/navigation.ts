import {
  BookOpen,
  Coins,
  Database,
  Gauge,
  House,
  Layers,
  ListChecks,
  type LucideIcon,
  Package,
  ScrollText,
  Settings,
  Split,
  Tags,
  UserRound,
  Users,
} from 'lucide-react';
import type { Capability } from '@/lib/contracts/people';
import type { Messages } from '@/lib/i18n/zh-cn-messages';

/** Keys of the frame's texts that are a word of their own. */
type Name = {
  [K in keyof Messages['frame']]: Messages['frame'][K] extends string ? K : never;
}[keyof Messages['frame']];

export interface Place {
  /** Name in the messages `frame.*`. */
  name: Name;
  href: string;
  icon: LucideIcon;
  /** Pinyin and its initials, so that the palette finds a page without an input method. */
  search: string;
  /** Shown only to who can do this. */
  needs?: Capability;
}

/** The rail: the areas of the product. */
export const areas: readonly Place[] = [
  { name: 'home', href: '/', icon: House, search: 'shouye sy' },
  { name: 'members', href: '/members', icon: Users, search: 'huiyuan hy yonghu' },
  { name: 'data', href: '/data', icon: Database, search: 'shuju sj' },
  { name: 'tags', href: '/tags', icon: Tags, search: 'biaoqian bq' },
  { name: 'segments', href: '/segments', icon: Split, search: 'fenqun fq renqun' },
  { name: 'layers', href: '/layers', icon: Layers, search: 'fenceng fc dengji' },
  { name: 'exports', href: '/exports', icon: Package, search: 'daochu dc tuisong' },
  { name: 'settings', href: '/settings', icon: Settings, search: 'shezhi sz' },
];

export const dataPlaces: readonly Place[] = [
  { name: 'imports', href: '/data/imports', icon: Database, search: 'daoru dr' },
  { name: 'fields', href: '/data/fields', icon: Database, search: 'ziduan zd' },
  { name: 'events', href: '/data/events', icon: Database, search: 'xingwei xw shijian' },
  { name: 'metrics', href: '/data/metrics', icon: Gauge, search: 'zhibiao zb' },
  { name: 'points', href: '/data/points', icon: Coins, search: 'jifen jf' },
  { name: 'lists', href: '/data/lists', icon: ListChecks, search: 'mingdan md' },
];

export const settingsPlaces: readonly Place[] = [
  { name: 'workspace', href: '/settings/workspace', icon: Settings, search: 'gongzuoqu gzq' },
  { name: 'users', href: '/settings/users', icon: UserRound, search: 'yonghu yh', needs: 'manage' },
  { name: 'apiKeys', href: '/settings/api-keys', icon: Settings, search: 'miyao my', needs: 'manage' },
  { name: 'audit', href: '/settings/audit', icon: ScrollText, search: 'shenji sj', needs: 'manage' },
  { name: 'mirror', href: '/settings/live-counts', icon: Gauge, search: 'shishi jishu ssjs renshu' },
  { name: 'demo', href: '/settings/demo', icon: Settings, search: 'yanshi ys', needs: 'manage' },
];

export const otherPlaces: readonly Place[] = [
  { name: 'jobs', href: '/jobs', icon: ListChecks, search: 'renwu rw' },
  { name: 'api', href: '/help/api', icon: BookOpen, search: 'jiekou jk api bangzhu' },
  { name: 'password', href: '/account/password', icon: UserRound, search: 'mima mm' },
];

const all = [...areas, ...dataPlaces, ...settingsPlaces, ...otherPlaces];

/** Whether a path is a place or below it; the home page is only itself. */
export function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}

/** The places on the way to a path, outermost first: `/data/imports/7` is under Data and Imports. */
export function placesOf(path: string): Place[] {
  return all.filter(({ href }) => isWithin(path, href)).sort((a, b) => a.href.length - b.href.length);
}
