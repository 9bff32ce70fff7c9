'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useState } from 'react';
import { toast } from '@/components/ui/toast';
import { useText } from '@/components/ui/use-text';
import { useWorkspace } from '@/components/ui/workspace-context';
import type { CutpointSet } from '@/lib/contracts/cutpoints';
import { isUnderWay } from '@/lib/contracts/work';
import type { CutQuestion } from '@/rules-engine/index';
import { useRule } from '../rule/rule-context';
import { useEditor, useView } from '../state/editor-context';
import { proposal, sourceOf } from './proposal';
import { ReviewDialog } from './review-dialog';
import { useComputeCutpoints, useCutpointSets } from './use-cutpoint-sets';

/** The cuts that the drawing asks for, what was computed for them, and computing them anew. */
export interface Cutpoints {
  questions: readonly CutQuestion[];
  /** Newest first. */
  sets: readonly CutpointSet[];
  /** False while they are being read. */
  isKnown: boolean;
  running: CutpointSet | null;
  isStarting: boolean;
  /** Of one node; null: of all. */
  compute(node: string | null): void;
  /** Shows what a set would change. */
  review(number: number): void;
  /** Where the value of a cut came from; null when it was computed by none of the sets. */
  sourceOf(node: string, param: string): CutpointSet | null;
}

const CutpointsContext = createContext<Cutpoints | null>(null);

const none: readonly CutpointSet[] = [];
/** Computations that are followed to their end, and whether they were asked for here. */
type Followed = ReadonlyMap<number, 'asked' | 'seen'>;

export function CutpointsProvider({ children }: { children: ReactNode }) {
  const { definition, draft } = useEditor();
  const { compiled } = useRule();
  const asOf = useView((view) => view.asOf);
  const questions = compiled.cuts;
  const { data: sets = none, isSuccess } = useCutpointSets(definition.id, questions.length > 0);
  const start = useComputeCutpoints(definition.id);
  const [shown, setShown] = useState<number | null>(null);
  const follow = useFollow(sets, setShown);
  const value: Cutpoints = {
    questions,
    sets,
    isKnown: isSuccess,
    running: sets.find(({ state }) => isUnderWay(state)) ?? null,
    isStarting: start.isPending,
    compute(node) {
      const { graph } = draft.store.getState().journal;
      start.mutate({ graph, node, asOf }, { onSuccess: ({ number }) => follow(number) });
    },
    review: setShown,
    sourceOf(node, param) {
      const question = questions.find((asked) => asked.node === node && asked.param === param);
      return question?.stored ? sourceOf(question, sets) : null;
    },
  };
  const reviewed = sets.find(({ number }) => number === shown);
  return (
    <CutpointsContext value={value}>
      {children}
      {reviewed && <ReviewDialog set={reviewed} onClose={() => setShown(null)} />}
    </CutpointsContext>
  );
}

/**
 * Sees a computation of one's own to its end, also one that was going on when the page was opened: where nothing was
 * computed before, its values are put into the drawing at once; where something was, they are shown first.
 */
function useFollow(sets: readonly CutpointSet[], show: (number: number) => void): (number: number) => void {
  const t = useTranslations('layers.cutpoints');
  const text = useText();
  const { me } = useWorkspace();
  const { draft, isEditable } = useEditor();
  const { environment } = useRule();
  const [followed, setFollowed] = useState<Followed>(new Map());
  const end = useEffectEvent((set: CutpointSet, wasAsked: boolean) => {
    const { number, state, error } = set;
    if (state === 'failed')
      toast({ tone: 'danger', text: error ? text(error.message) : t('failed', { number }) });
    if (state !== 'done' || !isEditable) return;
    const { cuts, commands } = proposal(draft.store.getState().journal.graph, set, environment);
    const changed = cuts.filter(({ isChanged }) => isChanged);
    const isEmpty = cuts.some(({ cut }) => cut.values === null);
    if (isEmpty || changed.some(({ stored }) => stored !== null)) return show(number);
    if (changed.length === 0) {
      if (wasAsked) toast({ tone: 'ok', text: t('unchanged', { number }) });
      return;
    }
    draft.perform(commands);
    draft.seal();
    toast({ tone: 'ok', text: t('filledIn', { number }) });
  });
  useEffect(() => {
    const own = sets.filter(({ state, by }) => isUnderWay(state) && by === me.name);
    const ended = sets.filter(({ state, number }) => !isUnderWay(state) && followed.has(number));
    const begun = own.filter(({ number }) => !followed.has(number));
    if (begun.length === 0 && ended.length === 0) return;
    setFollowed((before) => {
      const next = new Map(before);
      for (const { number } of begun) next.set(number, 'seen');
      for (const { number } of ended) next.delete(number);
      return next;
    });
    for (const set of ended) end(set, followed.get(set.number) === 'asked');
  }, [sets, followed, me.name]);
  return (number) => setFollowed((before) => new Map(before).set(number, 'asked'));
}

export function useCutpoints(): Cutpoints {
  const cutpoints = useContext(CutpointsContext);
  if (!cutpoints) throw new Error('useCutpoints needs a CutpointsProvider above it.');
  return cutpoints;
}
