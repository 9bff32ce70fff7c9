'use client';

import { useQuery } from '@tanstack/react-query';
import {
  Calculator,
  CalendarClock,
  CalendarDays,
  Hash,
  Layers,
  List,
  ListChecks,
  type LucideIcon,
  Split,
  Tags,
  TextCursorInput,
  ToggleLeft,
  Wallet,
  Zap,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { api } from '@/components/data-client/api';
import { matches } from '@/components/ui/matches';
import type { SearchEntry, SearchGroup } from '@/components/ui/search-list';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import { catalogueAnswerSchema } from '@/lib/contracts/catalogue';
import type { ConditionSubject, Field, FieldType } from '@/rules-engine/index';
import { usePinyin } from '../palette/pinyin';
import { useEditor } from '../state/editor-context';
import { eventSubject, one } from './new-rows';
import type { ConditionScope } from './subject-kind';

export const fieldIcons: Record<FieldType, LucideIcon> = {
  text: TextCursorInput,
  option: List,
  number: Hash,
  money: Wallet,
  boolean: ToggleLeft,
  date: CalendarClock,
  day: CalendarDays,
  list: ListChecks,
};

interface SubjectEntry extends SearchEntry {
  subject: ConditionSubject;
  search: string;
}

/** `numeric`: only what can be calculated with. */
export type SubjectFilter = 'any' | 'numeric';

/** Everything that a condition can ask about, searched by label in both languages, path, and pinyin. */
export function useSubjectEntries(scope: ConditionScope, filter: SubjectFilter) {
  const t = useTranslations('editor.conditions');
  const text = useText();
  const format = useFormat();
  const spell = usePinyin();
  const { catalogue } = useEditor();
  const fills = useFills(scope.on === 'member');

  const groups = useMemo(() => {
    const spelled = (label: { zh: string; en: string }) => `${label.zh} ${label.en} ${spell(label.zh)}`;
    const fieldEntry = (field: Field): SubjectEntry => {
      const fill = fills?.get(field.path);
      const Icon = fieldIcons[field.type];
      return {
        id: field.path,
        subject: { kind: 'field', path: field.path },
        text: text(field.label),
        detail: [
          t(`types.${field.type}`),
          field.unit,
          field.path,
          fill && t('filled', { share: format.share(fill.present, fill.of) }),
        ]
          .filter(Boolean)
          .join(' · '),
        search: `${spelled(field.label)} ${field.path}`,
        icon: <Icon size={16} aria-hidden />,
      };
    };
    const isWanted = (field: Field) => filter === 'any' || field.type === 'number' || field.type === 'money';
    const onEvent = scope.on === 'event' ? catalogue.eventTypes[scope.eventType] : undefined;
    const fields = Object.values(scope.on === 'event' ? (onEvent?.props ?? {}) : catalogue.fields).filter(
      isWanted,
    );
    const [metrics, attributes] = [
      fields.filter(({ path }) => path.startsWith('metrics.')),
      fields.filter(({ path }) => !path.startsWith('metrics.')),
    ];
    const events = Object.values(catalogue.eventTypes).map(
      (type): SubjectEntry => ({
        id: `event ${type.type}`,
        subject: eventSubject(type.type),
        text: text(type.label),
        detail: t('eventHint'),
        search: `${spelled(type.label)} ${type.type}`,
        icon: <Zap size={16} aria-hidden />,
      }),
    );
    const tags = Object.values(catalogue.tags).map(
      ({ key, label }): SubjectEntry => ({
        id: `tag ${key}`,
        subject: { kind: 'tag', key },
        text: text(label),
        detail: key,
        search: `${spelled(label)} ${key}`,
        icon: <Tags size={16} aria-hidden />,
      }),
    );
    const layerings = Object.values(catalogue.layerings).map(
      ({ key, label }): SubjectEntry => ({
        id: `layering ${key}`,
        subject: { kind: 'layering', key },
        text: text(label),
        detail: key,
        search: `${spelled(label)} ${key}`,
        icon: <Layers size={16} aria-hidden />,
      }),
    );
    const segments = Object.values(catalogue.segments).map(
      ({ key, label }): SubjectEntry => ({
        id: `segment ${key}`,
        subject: { kind: 'segment', key },
        text: text(label),
        detail: key,
        search: `${spelled(label)} ${key}`,
        icon: <Split size={16} aria-hidden />,
      }),
    );
    const lists = Object.values(catalogue.lists).map(
      ({ id, label, matched }): SubjectEntry => ({
        id: `list ${id}`,
        subject: { kind: 'list', id },
        text: label,
        detail: t('listMembers', { count: format.number(matched) }),
        search: `${label} ${spell(label)}`,
        icon: <ListChecks size={16} aria-hidden />,
      }),
    );
    const formula: SubjectEntry = {
      id: 'formula',
      subject: { kind: 'formula', operator: '/', left: null, right: one },
      text: t('formula'),
      detail: t('formulaHint'),
      search: 'formula gongshi gs',
      icon: <Calculator size={16} aria-hidden />,
    };
    const onMember = scope.on === 'member';
    const all: { id: string; title: string; entries: SubjectEntry[] }[] = [
      { id: 'events', title: t('groups.events'), entries: onMember ? events : [] },
      {
        id: 'attributes',
        title: t(onMember ? 'groups.attributes' : 'groups.properties'),
        entries: attributes.map(fieldEntry),
      },
      { id: 'metrics', title: t('groups.metrics'), entries: metrics.map(fieldEntry) },
      { id: 'tags', title: t('groups.tags'), entries: onMember && filter === 'any' ? tags : [] },
      {
        id: 'layerings',
        title: t('groups.layerings'),
        entries: onMember && filter === 'any' ? layerings : [],
      },
      { id: 'segments', title: t('groups.segments'), entries: onMember && filter === 'any' ? segments : [] },
      { id: 'lists', title: t('groups.lists'), entries: onMember && filter === 'any' ? lists : [] },
      { id: 'calculated', title: t('groups.calculated'), entries: [formula] },
    ];
    return all;
  }, [catalogue, scope, filter, fills, t, text, format, spell]);

  return {
    find: (id: string) => groups.flatMap(({ entries }) => entries).find((entry) => entry.id === id)?.subject,
    search: (query: string): SearchGroup[] =>
      groups
        .map((group) => ({ ...group, entries: group.entries.filter((entry) => matches(entry, query)) }))
        .filter(({ entries }) => entries.length > 0),
  };
}

/** How full each field is; undefined until it is known, or where it can't be had. */
function useFills(isWanted: boolean) {
  const { data } = useQuery({
    queryKey: ['catalogue', 'fill'],
    enabled: isWanted,
    staleTime: 300_000,
    retry: false,
    queryFn: ({ signal }) => api(catalogueAnswerSchema, '/api/catalogue', { query: { fill: true }, signal }),
  });
  return useMemo(
    () => data && new Map(data.fields.flatMap(({ path, fill }) => (fill ? [[path, fill] as const] : []))),
    [data],
  );
}
