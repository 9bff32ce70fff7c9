'use client';

import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export interface TabItem<K extends string> {
  id: K;
  title: ReactNode;
  content: ReactNode;
}

interface Props<K extends string> {
  label: string;
  items: readonly TabItem<K>[];
  /** Keep it in the URL where the tab is part of what is looked at. */
  selected: K;
  onSelect: (id: K) => void;
}

export const tabLook =
  'flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-3 text-ink-soft no-underline data-hovered:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink';

/** Views of one thing. Pages of a section are links (`SectionTabs`). */
export function Tabs<K extends string>({ label, items, selected, onSelect }: Props<K>) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => {
        const item = items.find(({ id }) => id === key);
        if (item) onSelect(item.id);
      }}
    >
      <TabList aria-label={label} className="flex gap-1 overflow-x-auto border-line border-b">
        {items.map(({ id, title }) => (
          <Tab key={id} id={id} className={tabLook}>
            {title}
          </Tab>
        ))}
      </TabList>
      {items.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="pt-4 outline-none">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
