'use client';

import { Check, type LucideIcon } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Separator,
} from 'react-aria-components';
import { classNames } from './class-names';
import { Popover } from './popover';

export interface MenuEntry {
  id: string;
  text: string;
  icon?: LucideIcon;
  /** Goes there. */
  href?: string;
  /** Does this. */
  onAction?: () => void;
  /** Shows a check mark: one of a choice. */
  isSelected?: boolean;
  isDisabled?: boolean;
  /** Destroys something. */
  danger?: boolean;
}

export interface MenuGroup {
  id: string;
  title?: string;
  entries: readonly MenuEntry[];
}

interface Props {
  /** The button that opens it. */
  trigger: ReactNode;
  groups: readonly MenuGroup[];
  label: string;
}

const row =
  'flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none data-focused:bg-accent-soft data-disabled:opacity-50';

/** A menu of verbs and choices, in groups. */
export function Menu({ trigger, groups, label }: Props) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover placement="bottom end" className="min-w-44">
        <AriaMenu aria-label={label} className="max-h-[70vh] overflow-auto p-1 outline-none">
          {groups.map((group, index) => (
            <Fragment key={group.id}>
              {index > 0 && <Separator className="-mx-1 my-1 border-line border-t" />}
              <MenuSection id={group.id} aria-label={group.title ?? label}>
                {group.title && (
                  <Header className="px-2 pt-1 pb-0.5 text-ink-faint text-sm">{group.title}</Header>
                )}
                {group.entries.map((entry) => (
                  <Entry key={entry.id} {...entry} />
                ))}
              </MenuSection>
            </Fragment>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ id, text, icon: Icon, href, onAction, isSelected, isDisabled, danger }: MenuEntry) {
  return (
    <MenuItem
      id={id}
      textValue={text}
      href={href}
      onAction={onAction}
      isDisabled={isDisabled}
      aria-current={isSelected ? 'true' : undefined}
      className={classNames(row, danger ? 'text-danger-ink' : 'text-ink')}
    >
      {Icon && <Icon size={16} aria-hidden className="shrink-0" />}
      <span className="flex-1">{text}</span>
      {isSelected && <Check size={14} aria-hidden className="shrink-0 text-accent" />}
    </MenuItem>
  );
}
