'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { Definition, EngineCatalogue } from '@/lib/contracts/definitions';
import type { Graph } from '@/rules-engine/index';
import type { Draft, DraftState } from '../document/draft';
import type { View, ViewStore } from './view';

/** The open definition: what every part of the editor works with. */
export interface Editor {
  /** As last read from the server; its drawing is in `draft`. */
  definition: Definition;
  draft: Draft;
  view: ViewStore;
  catalogue: EngineCatalogue;
  /** False for who may only look, and for what lies in the recycle bin. */
  isEditable: boolean;
}

const EditorContext = createContext<Editor | null>(null);

export function EditorProvider({ value, children }: { value: Editor; children: ReactNode }) {
  return <EditorContext value={value}>{children}</EditorContext>;
}

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor needs an EditorProvider above it.');
  return editor;
}

/** The drawing as it is now. */
export function useGraph(): Graph {
  return useStore(useEditor().draft.store, (state) => state.journal.graph);
}

/** A part of the draft's state; `pick` gives the same object while nothing changes. */
export function useDraftState<T>(pick: (state: DraftState) => T): T {
  return useStore(useEditor().draft.store, pick);
}

/** A part of the view; `pick` gives the same object while nothing changes. */
export function useView<T>(pick: (view: View) => T): T {
  return useStore(useEditor().view, pick);
}
