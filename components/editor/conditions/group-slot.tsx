'use client';

import { type ComponentType, createContext, type ReactNode, useContext } from 'react';
import type { ParamPath } from '../document/command';
import type { ConditionScope } from './subject-kind';

export interface GroupProps {
  /** Where the group stands below the node's parameters; the parameters themselves for []. */
  path: ParamPath | readonly [];
  scope: ConditionScope;
  /** How many groups, events and formulas it stands in. */
  depth: number;
  /** Puts its rows in its place; left out for the outermost group. */
  dissolve?: () => void;
}

const GroupContext = createContext<ComponentType<GroupProps> | null>(null);

/**
 * Conditions stand in events, which stand in conditions. The event's form takes the editor of groups from here, so that
 * the two files don't import each other.
 */
export function GroupSlot({ group, children }: { group: ComponentType<GroupProps>; children: ReactNode }) {
  return <GroupContext value={group}>{children}</GroupContext>;
}

/** A group of conditions inside another form. */
export function NestedGroup(props: GroupProps) {
  const Group = useContext(GroupContext);
  if (!Group) throw new Error('NestedGroup needs a GroupSlot above it.');
  return <Group {...props} />;
}
