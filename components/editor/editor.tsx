'use client';

import { ReactFlowProvider } from '@xyflow/react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Notice } from '@/components/ui/notice';
import { UnfinishedInputs } from '@/components/ui/unfinished-inputs';
import { Canvas } from './canvas/canvas';
import { CutpointsProvider } from './cutpoints/cutpoints-context';
import { Drawer } from './drawer/drawer';
import { EditorHeader } from './header/editor-header';
import { Inspector } from './inspector/inspector';
import { KeysDialog } from './keys/keys-dialog';
import { useEditorKeys } from './keys/use-editor-keys';
import { Outline } from './outline/outline';
import { AddMenu } from './palette/add-menu';
import { ConnectMenu } from './palette/connect-menu';
import { PaletteRail } from './palette/palette-rail';
import { CountsProvider } from './rule/counts-context';
import { RuleProvider } from './rule/rule-context';
import { TraceProvider } from './rule/trace-context';
import { SentenceBar } from './sentence/sentence-bar';
import { EditorProvider, type Editor as EditorValue, useEditor, useView } from './state/editor-context';
import { useKeepAsOf } from './state/use-keep-as-of';
import { useNarrow } from './state/use-narrow';
import { useViewUrl } from './state/use-view-url';

/** A definition's drawing with everything that is done with it. */
export function Editor({ value }: { value: EditorValue }) {
  return (
    <EditorProvider value={value}>
      <ReactFlowProvider>
        <RuleProvider>
          <CountsProvider>
            <TraceProvider>
              <CutpointsProvider>
                <UnfinishedInputs>
                  <EditorLayout />
                </UnfinishedInputs>
              </CutpointsProvider>
            </TraceProvider>
          </CountsProvider>
        </RuleProvider>
      </ReactFlowProvider>
    </EditorProvider>
  );
}

function EditorLayout() {
  const t = useTranslations('editor');
  const box = useRef<HTMLDivElement>(null);
  const { view, isEditable, definition } = useEditor();
  const mode = useView((state) => state.mode);
  const isNarrow = useNarrow();
  useViewUrl(view);
  useKeepAsOf();
  useEditorKeys(box);
  const isOutline = mode === 'outline' || isNarrow;
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <EditorHeader />
      {definition.archivedAt !== null && <Notice tone="warn">{t('archived')}</Notice>}
      <SentenceBar />
      <div className="flex min-h-0 flex-1">
        {isOutline ? (
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            {isNarrow && mode === 'canvas' && (
              <p className="border-line border-b px-3 py-2 text-ink-soft text-sm">{t('tooNarrow')}</p>
            )}
            <Outline />
            <Drawer />
          </div>
        ) : (
          <>
            {isEditable && <PaletteRail />}
            <div className="flex min-w-0 flex-1 flex-col">
              <Canvas />
              <Drawer />
            </div>
            <aside
              aria-label={t('inspector.label')}
              className="w-80 shrink-0 overflow-auto border-line border-l bg-surface 2xl:w-96"
            >
              <Inspector />
            </aside>
          </>
        )}
      </div>
      {isEditable && (
        <>
          <AddMenu />
          <ConnectMenu />
        </>
      )}
      <KeysDialog />
    </div>
  );
}
