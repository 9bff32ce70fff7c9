'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { MeDto } from '@/lib/contracts/people';
import type { Settings } from '@/lib/contracts/settings';

/** What every page knows: the workspace's settings and who is signed in. */
export interface Workspace extends Pick<Settings, 'name' | 'timeZone' | 'currency'> {
  me: Pick<MeDto, 'id' | 'name' | 'role'>;
}

const WorkspaceContext = createContext<Workspace | null>(null);

export function WorkspaceProvider({ value, children }: { value: Workspace; children: ReactNode }) {
  return <WorkspaceContext value={value}>{children}</WorkspaceContext>;
}

/** The workspace. Outside the workbench (the sign-in page) there is none, and this throws. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace needs a WorkspaceProvider above it.');
  return workspace;
}
