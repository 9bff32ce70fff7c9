import type { Db } from 'mongodb';
import type { ExplainAnswer, ExplainQuery } from '@/lib/contracts/counts';
import { type Actor, can } from '@/lib/contracts/people';
import { prepareDrawn } from '@/lib/counting/drawn-graph';
import { audit } from '@/lib/ground/audit/audit';
import { Remembered } from '@/lib/services/catalogue/remembered';
import { toMemberRow } from '@/lib/workspace/member-rows';
import { type CompiledGraph, explainMember as explain } from '@/rules-engine/index';
import { toExplanation } from './explanation-dto';
import { eventsRead } from './member-events';
import { namedMember } from './named-member';

/**
 * Why a member is or isn't in what is drawn, node by node. Personal values are left out for those who may not see them;
 * for those who may, that they were seen is audited. Throws `not-found`, `invalid-input`, `too-many-events`, `too-slow`.
 */
export async function explainMember(
  db: Db,
  actor: Actor,
  query: ExplainQuery,
  signal?: AbortSignal,
): Promise<ExplainAnswer> {
  const began = performance.now();
  const { compiled, asOf } = await prepareDrawn(db, query, signal);
  const member = await namedMember(db, query.member);
  const events = await eventsRead(db, member._id, compiled, signal);
  const mask = !can(actor.role, 'seePersonal');
  const explanation = explain(query.graph, compiled, { member: { ...member }, events }, { mask });
  // Recorded first: what was seen without a record can't be unseen.
  if (!mask) await recordSeen(db, actor, member._id, compiled);
  return {
    member: toMemberRow(member, []),
    asOf: new Date(asOf).toISOString(),
    ...toExplanation(explanation),
    tookMs: Math.round(performance.now() - began),
    diagnostics: [...compiled.diagnostics],
  };
}

/** What one person saw is recorded once in ten minutes, however often the drawing changes under their eyes. */
const recorded = new Remembered<void>(10 * 60_000, 10_000);

async function recordSeen(db: Db, actor: Actor, member: string, { rows }: CompiledGraph): Promise<void> {
  const asked = [...new Set(rows.filter(({ personal }) => personal).map(({ phrase }) => phrase.en))];
  if (asked.length === 0) return;
  const key = JSON.stringify([db.databaseName, actor.id, member, asked]);
  await recorded.get(key, () => audit(db, actor, 'member.explain', `member:${member}`, { rows: asked }));
}
