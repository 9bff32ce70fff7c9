'use client';

import { CircleCheck, CirclePlay, CircleX, FileWarning, type LucideIcon, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Instant } from '@/components/ui/instant';
import { TextLink } from '@/components/ui/text-link';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { Task } from './tasks';

const icons: Record<Task['kind'], { icon: LucideIcon; look: string }> = {
  'failed-run': { icon: CircleX, look: 'text-danger-ink' },
  'failed-import': { icon: CircleX, look: 'text-danger-ink' },
  'rejected-rows': { icon: FileWarning, look: 'text-warn-ink' },
  'never-run': { icon: CirclePlay, look: 'text-accent-ink' },
  unpublished: { icon: PencilLine, look: 'text-ink-soft' },
};

/** What waits for a person; each leads to where it is done. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const t = useTranslations('home');
  if (tasks.length === 0) {
    return (
      <p className="flex items-center gap-2 p-4 text-ink-soft">
        <CircleCheck size={16} aria-hidden className="text-ok-ink" />
        {t('nothing')}
      </p>
    );
  }
  return (
    <ul className="max-h-96 divide-y divide-line overflow-auto">
      {tasks.map((task) => (
        <Item key={`${task.kind} ${task.id}`} task={task} />
      ))}
    </ul>
  );
}

function Item({ task }: { task: Task }) {
  const t = useTranslations('home.tasks');
  const text = useText();
  const format = useFormat();
  const { icon: Icon, look } = icons[task.kind];
  const name = 'label' in task ? text(task.label) : task.name;
  const why = 'why' in task && task.why ? text(task.why) : null;
  return (
    <li className="flex gap-2.5 px-4 py-2">
      <Icon size={16} aria-hidden className={`mt-[3px] shrink-0 ${look}`} />
      <div className="min-w-0 flex-1">
        <TextLink href={task.href} className="break-words">
          {t(task.kind, { name, rows: 'rejected' in task ? format.number(task.rejected) : '' })}
        </TextLink>
        {why && <p className="text-ink-soft text-sm break-words">{why}</p>}
      </div>
      <span className="shrink-0 text-ink-faint text-sm">
        <Instant at={task.at} />
      </span>
    </li>
  );
}
