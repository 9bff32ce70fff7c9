'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '@/components/ui/dialog';
import { KeyHint } from '@/components/ui/key-hint';
import { useEditor, useView } from '../state/editor-context';

const groups = {
  move: [
    ['tab', 'Tab'],
    ['arrows', '← ↑ → ↓'],
    ['enter', 'Enter'],
    ['escape', 'Esc'],
    ['selectAll', 'Ctrl A'],
  ],
  edit: [
    ['add', 'A'],
    ['insert', 'I'],
    ['connect', 'C'],
    ['place', 'Alt ← ↑ → ↓'],
    ['placeFar', 'Alt Shift ← ↑ → ↓'],
    ['delete', 'Delete'],
    ['clipboard', 'Ctrl C · X · V'],
    ['undo', 'Ctrl Z'],
    ['redo', 'Ctrl Shift Z'],
  ],
  look: [
    ['find', 'Ctrl K'],
    ['fit', 'F'],
    ['outline', 'O'],
    ['help', '?'],
  ],
} as const;

/** All keys of the editor. */
export function KeysDialog() {
  const t = useTranslations('editor.keys');
  const { view } = useEditor();
  const isOpen = useView((state) => state.keysShown);
  return (
    <Dialog isOpen={isOpen} onClose={() => view.setState({ keysShown: false })} title={t('title')} size="m">
      <div className="flex flex-col gap-4">
        <KeyGroup title={t('groups.move')}>
          {groups.move.map(([name, keys]) => (
            <KeyRow key={name} keys={keys} text={t(`move.${name}`)} />
          ))}
        </KeyGroup>
        <KeyGroup title={t('groups.edit')}>
          {groups.edit.map(([name, keys]) => (
            <KeyRow key={name} keys={keys} text={t(`edit.${name}`)} />
          ))}
        </KeyGroup>
        <KeyGroup title={t('groups.look')}>
          {groups.look.map(([name, keys]) => (
            <KeyRow key={name} keys={keys} text={t(`look.${name}`)} />
          ))}
        </KeyGroup>
      </div>
    </Dialog>
  );
}

function KeyGroup({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-medium text-ink-soft text-sm">{title}</h3>
      <dl className="flex flex-col gap-1">{children}</dl>
    </section>
  );
}

function KeyRow({ keys, text }: { keys: string; text: string }) {
  return (
    <div className="flex items-center gap-3">
      <dt className="w-40 shrink-0">
        <KeyHint keys={keys} />
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
