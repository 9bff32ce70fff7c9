'use client';

import { type RefObject, useEffect } from 'react';
import { useEditor, useView } from '../state/editor-context';

const controls = 'input, button, textarea, select, [role="combobox"], [tabindex="0"]';

/** Brings a field of the form into sight and focus when it was asked for: from a problem, the canvas, the sentence. */
export function useFieldFocus(form: RefObject<HTMLElement | null>, node: string): void {
  const { view } = useEditor();
  const asked = useView((state) => state.field);
  useEffect(() => {
    const box = form.current;
    if (!box || !asked || asked.node !== node) return;
    const anchor = (asked.param && anchorOf(box, asked.param)) || box.querySelector('[data-form]') || box;
    anchor.scrollIntoView({ block: 'nearest' });
    anchor.querySelector<HTMLElement>(controls)?.focus();
    // Asked for once: whoever comes back to the node later keeps the focus where it is.
    view.setState({ field: null });
  }, [asked, node, form, view]);
}

/** The field itself, else the nearest one that it stands in. */
function anchorOf(box: HTMLElement, param: string): Element | null {
  for (let path = param.split('.'); path.length > 0; path = path.slice(0, -1)) {
    const found = box.querySelector(`[data-param="${CSS.escape(path.join('.'))}"]`);
    if (found) return found;
  }
  return null;
}
