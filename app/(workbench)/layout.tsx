import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Frame } from '@/components/frame/frame';
import { SessionDialog } from '@/components/frame/session-dialog';
import { WorkspaceProvider } from '@/components/ui/workspace-context';
import { requireRole } from '@/lib/auth/session';
import { getDb } from '@/lib/db/connect';
import { getSettings } from '@/lib/ground/settings/settings';
import { railCookie } from '@/lib/i18n/preferences';

/** The frame of every page for signed-in people. Each page checks its own role besides: layouts render once. */
export default async function WorkbenchLayout({ children }: { children: ReactNode }) {
  const { id, name, role } = await requireRole('viewer');
  const settings = await getSettings(await getDb());
  const isRailCollapsed = (await cookies()).get(railCookie)?.value === 'collapsed';
  const { name: workspace, timeZone, currency } = settings;
  return (
    <WorkspaceProvider value={{ name: workspace, timeZone, currency, me: { id, name, role } }}>
      <Frame isRailCollapsed={isRailCollapsed}>{children}</Frame>
      <SessionDialog />
    </WorkspaceProvider>
  );
}
