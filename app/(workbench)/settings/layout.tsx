import type { ReactNode } from 'react';
import { SectionTabs } from '@/components/frame/section-tabs';

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SectionTabs section="settings" />
      {children}
    </>
  );
}
