'use client';

import { type RefObject, useEffect } from 'react';
import { useEdits } from '../edits/use-edits';
import { useEditor } from '../state/editor-context';

/**
 * Keys that count anywhere in the editor: undo and redo also in forms, whose typing is in the log; the others only
 * where no text is being typed. Fields with an undo of their own (search boxes) are marked `data-own-undo`.
 */
export function useEditorKeys(box: RefObject<HTMLElement | null>): void {
  const { view, isEditable } = useEditor();
  const edits = useEdits();

  useEffect(() => {
    const withCommand: Record<string, (event: KeyboardEvent) => boolean> = {
      z(event) {
        if (isIn(event.target, '[data-own-undo]') || !isEditable) return false;
        if (event.shiftKey) edits.redo();
        else edits.undo();
        return true;
      },
      y(event) {
        if (isIn(event.target, '[data-own-undo]') || !isEditable) return false;
        edits.redo();
        return true;
      },
      k() {
        if (!isEditable) return false;
        view.setState({ adding: { where: 'anywhere', at: null, place: null } });
        return true;
      },
      a(event) {
        if (isTyping(event.target)) return false;
        edits.selectAll();
        return true;
      },
    };
    const plain: Record<string, () => void> = {
      '?': () => view.setState({ keysShown: true }),
      o: () => view.setState(({ mode }) => ({ mode: mode === 'canvas' ? 'outline' : 'canvas' })),
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !concerns(box.current, event.target)) return;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey) {
        if (withCommand[key]?.(event)) event.preventDefault();
      } else if (!event.altKey && !isTyping(event.target) && plain[key]) {
        event.preventDefault();
        plain[key]();
      }
    };
    // Before the frame's own keys: its palette leaves alone what was handled here.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [box, view, isEditable, edits]);

  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (!concerns(box.current, event.target) || isTyping(event.target) || hasTextSelected()) return;
      const text = edits.copy();
      if (text === null || !event.clipboardData) return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      if (event.type === 'cut' && isEditable) edits.removeSelected();
    };
    const onPaste = (event: ClipboardEvent) => {
      if (!isEditable || !concerns(box.current, event.target) || isTyping(event.target)) return;
      const text = event.clipboardData?.getData('text/plain');
      if (!text) return;
      edits.paste(text, null);
      event.preventDefault();
    };
    document.addEventListener('copy', onCopy);
    document.addEventListener('cut', onCopy);
    document.addEventListener('paste', onPaste);
    return () => {
      document.removeEventListener('copy', onCopy);
      document.removeEventListener('cut', onCopy);
      document.removeEventListener('paste', onPaste);
    };
  }, [box, isEditable, edits]);
}

/** What happens in the editor, or while nothing at all has the focus; dialogs over it are their own affair. */
function concerns(box: HTMLElement | null, target: EventTarget | null): boolean {
  if (!(target instanceof Node)) return false;
  return target === document.body || (box?.contains(target) ?? false);
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return isIn(target, 'input, textarea, select, [contenteditable="true"], [role="spinbutton"]');
}

function hasTextSelected(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed;
}
