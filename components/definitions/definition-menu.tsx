'use client';

import {
  Archive,
  ArchiveRestore,
  CalendarClock,
  ChartLine,
  Copy,
  Download,
  Ellipsis,
  History,
  Pencil,
  Trash2,
  Waypoints,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { DefinitionSummary } from '@/lib/contracts/definitions';
import { can } from '@/lib/contracts/people';
import { DuplicateDialog } from './dialogs/duplicate-dialog';
import { GoneDialog } from './dialogs/gone-dialog';
import { PropertiesDialog } from './dialogs/properties-dialog';
import { ScheduleDialog } from './dialogs/schedule-dialog';
import { ExportDialog } from './export/export-dialog';
import { definitionPath } from './kind-place';
import { useRestore } from './use-definitions';

type Asked = 'properties' | 'duplicate' | 'schedule' | 'export' | 'archive' | 'delete';

interface Props {
  definition: DefinitionSummary;
  trigger?: ReactNode;
  /** After it was archived or deleted. */
  onGone?: () => void;
}

/** What can be done with a definition, by who may do it. */
export function DefinitionMenu({ definition, trigger, onGone }: Props) {
  const t = useTranslations('definitions.menu');
  const text = useText();
  const { me } = useWorkspace();
  const [asked, setAsked] = useState<Asked | null>(null);
  const restore = useRestore();
  const { kind, id, archivedAt, publishedVersion } = definition;
  const name = text(definition.label);
  const label = t('label', { name });
  const ask = (what: Asked) => () => setAsked(what);
  const close = () => setAsked(null);
  const isPublished = publishedVersion !== null;

  const edit: MenuEntry[] = [
    { id: 'properties', text: t('properties'), icon: Pencil, onAction: ask('properties') },
    { id: 'duplicate', text: t('duplicate'), icon: Copy, onAction: ask('duplicate') },
  ];
  const see: MenuEntry[] = [
    { id: 'history', text: t('history'), icon: History, href: definitionPath(kind, id, '/history') },
    { id: 'runs', text: t('runs'), icon: ChartLine, href: definitionPath(kind, id, '/runs') },
  ];
  if (kind === 'layering')
    see.unshift({
      id: 'movement',
      text: t('movement'),
      icon: Waypoints,
      href: definitionPath(kind, id, '/movement'),
    });
  const work: MenuEntry[] = [];
  if (can(me.role, 'run'))
    work.push({
      id: 'schedule',
      text: t('schedule'),
      icon: CalendarClock,
      onAction: ask('schedule'),
      isDisabled: !isPublished,
    });
  if (can(me.role, 'export'))
    work.push({
      id: 'export',
      text: t('export'),
      icon: Download,
      onAction: ask('export'),
      isDisabled: !isPublished,
    });
  const bin: MenuEntry[] = archivedAt
    ? [
        {
          id: 'restore',
          text: t('restore'),
          icon: ArchiveRestore,
          onAction: () =>
            restore.mutate(id, { onSuccess: () => toast({ tone: 'ok', text: t('restored', { name }) }) }),
        },
        { id: 'delete', text: t('delete'), icon: Trash2, danger: true, onAction: ask('delete') },
      ]
    : [{ id: 'archive', text: t('archive'), icon: Archive, danger: true, onAction: ask('archive') }];
  const mayEdit = can(me.role, 'edit');
  const groups = archivedAt
    ? [{ id: 'bin', entries: mayEdit ? bin : [] }]
    : [
        { id: 'edit', entries: mayEdit ? edit : [] },
        { id: 'see', entries: see },
        { id: 'work', entries: work },
        { id: 'bin', entries: mayEdit ? bin : [] },
      ];
  const shown = groups.filter(({ entries }) => entries.length > 0);
  return (
    <>
      {shown.length > 0 && (
        <Menu
          label={label}
          trigger={trigger ?? <IconButton size="s" icon={Ellipsis} label={label} placement="left" />}
          groups={shown}
        />
      )}
      {asked === 'properties' && <PropertiesDialog definition={definition} onClose={close} />}
      {asked === 'duplicate' && <DuplicateDialog definition={definition} onClose={close} />}
      {asked === 'schedule' && <ScheduleDialog definition={definition} onClose={close} />}
      {asked === 'export' && <ExportDialog definition={definition} asOf={null} onClose={close} />}
      {(asked === 'archive' || asked === 'delete') && (
        <GoneDialog definition={definition} act={asked} onClose={close} onDone={onGone} />
      )}
    </>
  );
}
