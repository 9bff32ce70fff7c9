'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { IconButton } from '@/components/ui/icon-button';
import { useRule } from '../rule/rule-context';
import { useEditor, useView } from '../state/editor-context';
import { type DrawerTab, drawerTabs } from '../state/view';
import { MembersTab } from './members-tab';
import { ProblemsTab } from './problems-tab';
import { RunsTab } from './runs-tab';
import { WhyTab } from './why-tab';

const contents: Record<DrawerTab, () => React.ReactNode> = {
  problems: ProblemsTab,
  members: MembersTab,
  why: WhyTab,
  runs: RunsTab,
};

/** Below the canvas: what is wrong, who is at a port, why a member is in, what runs did. */
export function Drawer() {
  const t = useTranslations('editor.drawer');
  const { view } = useEditor();
  const open = useView((state) => state.drawer);
  const { compiled } = useRule();
  const Content = open && contents[open];
  return (
    <section
      aria-label={t('label')}
      className={classNames(
        'flex shrink-0 flex-col border-line border-t bg-surface',
        open && 'h-[38%] min-h-52',
      )}
    >
      <div className="flex items-center gap-1 px-2">
        {drawerTabs.map((tab) => (
          <Button
            key={tab}
            aria-expanded={open === tab}
            onPress={() => view.setState({ drawer: open === tab ? null : tab })}
            className={classNames(
              'flex h-8 items-center gap-1.5 border-b-2 px-2.5 -outline-offset-2!',
              open === tab
                ? 'border-accent font-medium'
                : 'border-transparent text-ink-soft data-hovered:text-ink',
            )}
          >
            {t(tab)}
            {tab === 'problems' && compiled.diagnostics.length > 0 && (
              <span className="tabular rounded-full bg-danger-soft px-1.5 text-danger-ink text-xs">
                {compiled.diagnostics.length}
              </span>
            )}
          </Button>
        ))}
        <span className="flex-1" />
        <IconButton
          icon={open ? ChevronDown : ChevronUp}
          label={t(open ? 'close' : 'open')}
          placement="top"
          onPress={() => view.setState({ drawer: open ? null : 'problems' })}
        />
      </div>
      {Content && (
        <div className="flex min-h-0 flex-1 flex-col overflow-auto border-line border-t">
          <Content />
        </div>
      )}
    </section>
  );
}
