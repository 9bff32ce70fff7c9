'use client';

import { PanelLeftClose, PanelLeftOpen, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useEditor } from '../state/editor-context';
import { Palette } from './palette';

const key = 'tagloom-palette';

/** The palette beside the canvas. Hidden, it leaves its room to the canvas and one button to add nodes. */
export function PaletteRail() {
  const t = useTranslations('editor.palette');
  const { view } = useEditor();
  const [isHidden, setHidden] = useState(() => readHidden());
  const toggle = () => {
    setHidden(!isHidden);
    writeHidden(!isHidden);
  };
  return (
    <aside
      aria-label={t('label')}
      className={
        isHidden
          ? 'flex w-11 shrink-0 flex-col items-center gap-1 border-line border-r bg-surface py-2'
          : 'flex w-44 shrink-0 flex-col overflow-auto border-line border-r bg-surface'
      }
    >
      {isHidden ? (
        <>
          <IconButton icon={PanelLeftOpen} label={t('show')} placement="right" onPress={toggle} />
          <IconButton
            icon={Plus}
            label={t('add.anywhere')}
            placement="right"
            onPress={() => view.setState({ adding: { where: 'anywhere', at: null, place: null } })}
          />
        </>
      ) : (
        <>
          <Palette />
          <div className="sticky bottom-0 mt-auto self-end bg-surface p-1">
            <IconButton icon={PanelLeftClose} label={t('hide')} placement="right" onPress={toggle} />
          </div>
        </>
      )}
    </aside>
  );
}

function readHidden(): boolean {
  try {
    return localStorage.getItem(key) === 'hidden';
  } catch {
    return false;
  }
}

function writeHidden(isHidden: boolean): void {
  try {
    localStorage.setItem(key, isHidden ? 'hidden' : 'shown');
  } catch {
    // Not kept: it is as it was the next time.
  }
}
