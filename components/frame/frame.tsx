'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from '@/components/ui/class-names';
import { CrumbProvider } from './crumb';
import { usePreferences } from './preferences-context';
import { Rail } from './rail';
import { TopBar } from './top-bar';

// Only when it is first opened: it brings a search box, menus and queries of its own.
const CommandPalette = dynamic(() => import('./command-palette').then((module) => module.CommandPalette), {
  ssr: false,
});

interface Props {
  isRailCollapsed: boolean;
  children: ReactNode;
}

/** Rail, top bar and the page between them. */
export function Frame({ isRailCollapsed: initial, children }: Props) {
  const t = useTranslations('frame');
  const { choose } = usePreferences();
  const [isCollapsed, setCollapsed] = useState(initial);
  const [drawer, setDrawer] = useState(false);
  const [palette, setPalette] = useState(false);
  const isMac = useSyncExternalStore(
    () => () => {},
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => false,
  );

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const isK =
        event.key.toLowerCase() === 'k' &&
        (event.ctrlKey || event.metaKey) &&
        !event.shiftKey &&
        !event.altKey;
      // The editor has a palette of its own under the same keys: it stops the event before it comes here.
      if (!isK || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      setPalette((open) => !open);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  return (
    <CrumbProvider>
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-accent px-3 py-1.5 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        {t('skip')}
      </a>
      <div className="flex h-dvh">
        <div
          className={classNames(
            'hidden shrink-0 border-line border-r bg-surface transition-[width] md:block',
            isCollapsed ? 'w-13' : 'w-48',
          )}
        >
          <Rail
            isCollapsed={isCollapsed}
            onToggle={() => {
              setCollapsed(!isCollapsed);
              choose({ rail: isCollapsed ? 'open' : 'collapsed' });
            }}
          />
        </div>
        <div className="flex min-w-0 flex-1 flex-col">
          <TopBar
            onOpenNavigation={() => setDrawer(true)}
            onOpenPalette={() => setPalette(true)}
            paletteKeys={isMac ? '⌘ K' : 'Ctrl K'}
          />
          <main
            id="content"
            tabIndex={-1}
            className="relative flex min-h-0 flex-1 flex-col overflow-auto outline-none!"
          >
            {children}
          </main>
        </div>
      </div>
      <ModalOverlay
        isOpen={drawer}
        onOpenChange={setDrawer}
        isDismissable
        className="fixed inset-0 z-40 bg-veil md:hidden"
      >
        <Modal className="h-dvh w-64 bg-raised shadow-float">
          <Dialog aria-label={t('navigation')} className="h-full outline-none">
            <Rail isCollapsed={false} onNavigate={() => setDrawer(false)} />
          </Dialog>
        </Modal>
      </ModalOverlay>
      {palette && <CommandPalette onClose={() => setPalette(false)} />}
    </CrumbProvider>
  );
}
