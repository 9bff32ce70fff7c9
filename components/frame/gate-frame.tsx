import type { ReactNode } from 'react';
import { LanguageMenu, ThemeMenu } from './preference-menus';

/** One card in the middle, language and theme in the corner. */
export function GateFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <div className="flex justify-end gap-1 p-2">
        <LanguageMenu />
        <ThemeMenu />
      </div>
      <main className="flex flex-1 items-start justify-center px-4 pt-[8vh] pb-16">
        <div className="w-full max-w-sm">{children}</div>
      </main>
    </div>
  );
}
