'use client';

import { Panel, useReactFlow } from '@xyflow/react';
import { Keyboard, Maximize, Workflow, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { useEdits } from '../edits/use-edits';
import { useEditor } from '../state/editor-context';
import { fitOptions } from './fit-options';

/** Zoom, fit, layout, keys. */
export function CanvasTools() {
  const t = useTranslations('editor.canvas');
  const flow = useReactFlow();
  const { view, isEditable } = useEditor();
  const { layOut } = useEdits();
  const [isLayingOut, setLayingOut] = useState(false);
  return (
    <Panel position="bottom-left">
      <div className="flex gap-0.5 rounded-lg border border-line bg-surface p-0.5 shadow-float">
        <IconButton icon={ZoomOut} label={t('zoomOut')} placement="top" onPress={() => void flow.zoomOut()} />
        <IconButton icon={ZoomIn} label={t('zoomIn')} placement="top" onPress={() => void flow.zoomIn()} />
        <IconButton
          icon={Maximize}
          label={t('fit')}
          placement="top"
          onPress={() => void flow.fitView({ ...fitOptions, duration: 200 })}
        />
        {isEditable && (
          <IconButton
            icon={Workflow}
            label={t('layOut')}
            placement="top"
            isPending={isLayingOut}
            onPress={() => {
              setLayingOut(true);
              layOut().finally(() => setLayingOut(false));
            }}
          />
        )}
        <IconButton
          icon={Keyboard}
          label={t('keys')}
          placement="top"
          onPress={() => view.setState({ keysShown: true })}
        />
      </div>
    </Panel>
  );
}
