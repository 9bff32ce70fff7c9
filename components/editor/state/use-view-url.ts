'use client';

import { useEffect } from 'react';
import type { ViewStore } from './view';
import { readView, writeView } from './view-url';

/** Keeps the URL such that it restores the view; Back and Forward between such URLs restore it too. */
export function useViewUrl(view: ViewStore): void {
  useEffect(() => {
    const write = () => {
      const { pathname, search } = window.location;
      const query = writeView(view.getState(), search);
      if (query !== search) window.history.replaceState(null, '', `${pathname}${query}`);
    };
    const read = () => {
      const { node, ...placed } = readView(window.location.search);
      view.setState({ ...placed, nodes: new Set(node ? [node] : []), edges: new Set() });
    };
    write();
    window.addEventListener('popstate', read);
    const stop = view.subscribe(write);
    return () => {
      window.removeEventListener('popstate', read);
      stop();
    };
  }, [view]);
}
