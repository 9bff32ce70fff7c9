'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

interface CrumbState {
  crumbs: readonly string[];
  setCrumbs: (crumbs: readonly string[]) => void;
}

const CrumbContext = createContext<CrumbState>({ crumbs: [], setCrumbs: () => {} });

export function CrumbProvider({ children }: { children: ReactNode }) {
  const [crumbs, setCrumbs] = useState<readonly string[]>([]);
  return <CrumbContext value={{ crumbs, setCrumbs }}>{children}</CrumbContext>;
}

export function useCrumbs(): readonly string[] {
  return useContext(CrumbContext).crumbs;
}

/** On a page of one thing: its name, as the end of the breadcrumb. */
export function Crumb({ name }: { name: string }) {
  const { setCrumbs } = useContext(CrumbContext);
  useEffect(() => {
    setCrumbs([name]);
    return () => setCrumbs([]);
  }, [name, setCrumbs]);
  return null;
}
