'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Instant } from '@/components/ui/instant';
import { RadioGroup } from '@/components/ui/radio-group';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { Definition } from '@/lib/contracts/definitions';
import { DifferenceList } from '../difference/difference-list';
import { merge } from '../document/merge';
import { preferTheirs } from '../document/prefer-theirs';
import { findNode } from '../edits/ports';
import { useNodeName } from '../rule/node-name';
import { useDraftState, useEditor } from '../state/editor-context';

interface Props {
  theirs: Definition;
  onClose: () => void;
}

/** Two drawings of one definition: what differs on each side, and the choice. Every choice can be undone. */
export function ConflictDialog({ theirs, onClose }: Props) {
  const t = useTranslations('editor.conflict');
  const name = useNodeName();
  const { me } = useWorkspace();
  const { draft } = useEditor();
  const mine = useDraftState((state) => state.journal.graph);
  const base = useDraftState((state) => state.server.graph);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const clashes = useMemo(() => merge(base, mine, theirs.graph).clashes, [base, mine, theirs.graph]);
  const choose = (graph: Parameters<typeof draft.resolve>[0]) => {
    draft.resolve(graph);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="l"
      title={t('title')}
      footer={
        <>
          <Button onPress={() => choose(null)}>{t('takeTheirs')}</Button>
          <Button onPress={() => choose(mine)}>{t('keepMine')}</Button>
          <Button
            variant="primary"
            onPress={() => choose(merge(base, preferTheirs(mine, theirs.graph, chosen), theirs.graph).graph)}
          >
            {t('combine')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <p>
          {theirs.updatedBy === me.name ? t('byYou') : t('byOther', { name: theirs.updatedBy })}{' '}
          <Instant at={theirs.updatedAt} />. {t('nothingLost')}
        </p>
        <div className="grid gap-3 sm:grid-cols-2">
          <section aria-label={t('mine')} className="rounded-md bg-ground p-3">
            <h3 className="mb-1 font-medium">{t('mine')}</h3>
            <DifferenceList before={base} after={mine} />
          </section>
          <section aria-label={t('theirs')} className="rounded-md bg-ground p-3">
            <h3 className="mb-1 font-medium">{t('theirs')}</h3>
            <DifferenceList before={base} after={theirs.graph} />
          </section>
        </div>
        {clashes.length > 0 && (
          <section aria-label={t('clashes')}>
            <h3 className="font-medium">{t('clashes')}</h3>
            <p className="mb-2 text-ink-soft">{t('clashesText')}</p>
            <div className="flex flex-col gap-2">
              {clashes.map(({ id, mine: here, theirs: there }) => {
                const node = here ?? there ?? findNode(base, id);
                return (
                  <RadioGroup
                    key={id}
                    label={node ? name(node) : id}
                    orientation="horizontal"
                    options={[
                      { id: 'mine', text: t(here ? 'asMine' : 'removedByMe') },
                      { id: 'theirs', text: t(there ? 'asTheirs' : 'removedByThem') },
                    ]}
                    value={chosen.has(id) ? 'theirs' : 'mine'}
                    onChange={(side) => {
                      const next = new Set(chosen);
                      if (side === 'theirs') next.add(id);
                      else next.delete(id);
                      setChosen(next);
                    }}
                  />
                );
              })}
            </div>
          </section>
        )}
      </div>
    </Dialog>
  );
}
