import type { ReactNode } from 'react';
import { SectionTabs } from '@/components/frame/section-tabs';

export default function DataLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SectionTabs section="data" />
      {children}
    </>
  );
}
