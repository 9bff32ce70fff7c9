'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { SearchList } from '@/components/ui/search-list';
import { useDebounced } from '@/components/ui/use-debounced';
import { usePaletteEntries } from './use-palette-entries';

/** Search and commands: pages, tags and segments, members by a whole identity, and what can be done. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('frame.palette');
  const [query, setQuery] = useState('');
  const settled = useDebounced(query.trim());
  const { groups, isSearching } = usePaletteEntries(settled);
  const isSettled = settled === query.trim();
  const router = useRouter();

  function pick(id: string) {
    const entry = groups.flatMap(({ entries }) => entries).find((candidate) => candidate.id === id);
    if (entry?.href !== undefined) router.push(entry.href);
    entry?.onAction?.();
    onClose();
  }

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
      className="fixed inset-0 z-40 flex items-start justify-center bg-veil p-3 sm:pt-[12vh]"
    >
      <Modal className="appear w-full max-w-xl">
        <Dialog
          aria-label={t('open')}
          className="flex max-h-[70dvh] flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-float outline-none"
        >
          <SearchList
            label={t('open')}
            placeholder={t('placeholder')}
            query={query}
            onQueryChange={setQuery}
            groups={groups.map(({ id, entries }) => ({
              id,
              title: t(id),
              entries: entries.map(({ id: entry, text, detail, icon: Icon }) => ({
                id: entry,
                text,
                detail,
                icon: <Icon size={16} aria-hidden />,
              })),
            }))}
            isSettled={isSettled}
            isSearching={isSearching}
            nothing={isSearching || !isSettled ? t('searching') : t('noMatches', { query: settled })}
            onPick={pick}
            isLarge
          />
          <p className="border-line border-t px-3 py-1.5 text-ink-faint text-sm">{t('hint')}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
