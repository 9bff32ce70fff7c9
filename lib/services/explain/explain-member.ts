import type { Db } from 'mongodb';
import type { ExplainAnswer, ExplainQuery } from '@/lib/contracts/counts';
import { type Actor, can } from '@/lib/contracts/people';
import { prepareDrawn } from '@/lib/counting/drawn-graph';
import { audit } from '@/lib/services/audit/audit';
import { Remembered } from '@/lib/services/catalogue/remembered';
import { toMemberRow } from '@/lib/services/members/member-rows';
import type { CompiledGraph } from '@/rules-engine/index';
import { explainNodes, explainOutput } from './explain-nodes';
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
  const events = await eventsRead(db, member._id, [...compiled.ports.values()], signal);
  const mayReveal = can(actor.role, 'seePersonal');
  const data = { member: { ...member }, events };
  const nodes = explainNodes(compiled, data, mayReveal);
  if (mayReveal) await recordSeen(db, actor, member._id, personalFields(compiled));
  return {
    member: toMemberRow(member, []),
    asOf: new Date(asOf).toISOString(),
    output: explainOutput(compiled, data),
    nodes,
    tookMs: Math.round(performance.now() - began),
    diagnostics: [...compiled.diagnostics],
  };
}

/** What the rows with personal values ask about, in words. */
function personalFields({ rows }: CompiledGraph): string[] {
  return [...new Set(rows.filter(({ personal }) => personal).map(({ phrase }) => phrase.en))];
}

/** What one person saw is recorded once in ten minutes, however often the drawing changes under their eyes. */
const recorded = new Remembered<void>(10 * 60_000, 10_000);

async function recordSeen(db: Db, actor: Actor, member: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return;
  const key = JSON.stringify([db.databaseName, actor.id, member, rows]);
  await recorded.get(key, () => audit(db, actor, 'member.explain', `member:${member}`, { rows: [...rows] }));
}
