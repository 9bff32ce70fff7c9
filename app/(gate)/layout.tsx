import type { ReactNode } from 'react';
import { GateFrame } from '@/components/frame/gate-frame';

/** Pages before the workbench: signing in, choosing a password. */
export default function GateLayout({ children }: { children: ReactNode }) {
  return <GateFrame>{children}</GateFrame>;
}
