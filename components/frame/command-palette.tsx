'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components';
import { Spinner } from '@/components/ui/spinner';
import { useDebounced } from '@/components/ui/use-debounced';
import { type PaletteEntry, usePaletteEntries } from './use-palette-entries';

/** Search and commands: pages, tags and segments, members by a whole identity, and what can be done. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const t = useTranslations('frame.palette');
  const [query, setQuery] = useState('');
  const settled = useDebounced(query.trim());
  const { groups, isSearching } = usePaletteEntries(settled);
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
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField
              aria-label={t('open')}
              autoFocus
              className="flex items-center gap-2 border-line border-b px-3"
            >
              {isSearching ? <Spinner /> : <Search size={16} aria-hidden className="text-ink-faint" />}
              <Input
                placeholder={t('placeholder')}
                className="h-11 min-w-0 flex-1 bg-transparent text-lg outline-none! [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <Menu
              aria-label={t('open')}
              onClose={onClose}
              className="min-h-0 flex-1 overflow-auto p-1 outline-none"
              renderEmptyState={() => (
                <p className="px-2 py-6 text-center text-ink-faint">
                  {isSearching || settled !== query.trim()
                    ? t('searching')
                    : t('noMatches', { query: settled })}
                </p>
              )}
            >
              {groups.map(({ id, entries }) => (
                <MenuSection key={id} id={id} aria-label={t(id)}>
                  <Header className="px-2 pt-2 pb-0.5 text-ink-faint text-sm">{t(id)}</Header>
                  {entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} onClose={onClose} />
                  ))}
                </MenuSection>
              ))}
            </Menu>
          </Autocomplete>
          <p className="border-line border-t px-3 py-1.5 text-ink-faint text-sm">{t('hint')}</p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Entry({
  entry: { id, text, detail, icon: Icon, href, onAction },
  onClose,
}: {
  entry: PaletteEntry;
  onClose: () => void;
}) {
  return (
    <MenuItem
      id={id}
      textValue={text}
      href={href}
      onAction={() => {
        onAction?.();
        onClose();
      }}
      className="flex min-h-9 items-center gap-2.5 rounded-md px-2 py-1 text-ink no-underline outline-none data-focused:bg-accent-soft"
    >
      <Icon size={16} aria-hidden className="shrink-0 text-ink-faint" />
      <Text slot="label" className="min-w-0 break-words">
        {text}
      </Text>
      {detail && (
        <Text slot="description" className="min-w-0 flex-1 truncate text-ink-faint text-sm">
          {detail}
        </Text>
      )}
    </MenuItem>
  );
}
