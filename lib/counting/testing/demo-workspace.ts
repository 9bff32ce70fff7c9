import type { Db } from 'mongodb';
import { fileSpecSchema } from '@/lib/contracts/import-mapping';
import { systemActor } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import type { EventDoc } from '@/lib/db/documents';
import { createDefinition } from '@/lib/services/definitions/create-definition';
import { saveDraft } from '@/lib/services/definitions/save-draft';
import { seedDemo } from '@/lib/services/demo/seed';
import { publish } from '@/lib/services/versions/publish';
import { draw, type MemberData } from '@/rules-engine/index';

/** The last instant of the demo's last day in its zone. */
export const demoAsOf = Date.parse('2026-11-22T23:59:59.999+08:00');

/**
 * A small demo workspace: members with what they did, an uploaded list `fair`, a tag `tier` that some members carry,
 * a layering `stage`, published, that some are in, and the segment `high_value`, published. Every rule finds somebody and leaves somebody out.
 */
export async function demoWorkspace(db: Db, members: number): Promise<void> {
  await seedDemo(db, { members });
  const of = collection(db, 'members');
  await of.updateMany({ bucket: { $lt: 3_000 } }, { $push: { lists: 'fair' } });
  await of.updateMany({ bucket: { $lt: 2_000 } }, { $push: { tags: 'tier:gold' } });
  await of.updateMany({ bucket: { $gte: 2_000, $lt: 5_000 } }, { $push: { tags: 'tier:silver' } });
  for (const [layer, from] of [
    ['active', 4_000],
    ['silent', 7_000],
  ] as const) {
    const since = { layer, at: new Date(demoAsOf), run: 'test' };
    await of.updateMany({ bucket: { $gte: from } }, { $set: { 'layers.stage': since } });
  }
  const matched = await of.countDocuments({ lists: 'fair' });
  await collection(db, 'lists').insertOne({
    _id: 'fair',
    label: 'Fair',
    identityType: 'phone',
    uploaded: matched,
    matched,
    invalid: 0,
    repeated: 0,
    members: matched,
    state: 'ready',
    upload: '',
    file: fileSpecSchema.parse({ format: 'ndjson', header: false }),
    column: 'phone',
    job: '',
    createdBy: 'test',
    createdAt: new Date(),
  });
  const actor = systemActor('test');
  await createDefinition(db, actor, { kind: 'tag', key: 'tier', label: { zh: '层级', en: 'Tier' } });
  const stage = { zh: '阶段', en: 'Stage' };
  const layering = await createDefinition(db, actor, { kind: 'layering', key: 'stage', label: stage });
  await saveDraft(db, actor, layering.id, { revision: layering.revision, graph: stages });
  await publish(db, actor, layering.id, { revision: layering.revision + 1 }, demoAsOf);
  const label = { zh: '重要价值', en: 'High value' };
  const { id, revision } = await createDefinition(db, actor, {
    kind: 'segment',
    key: 'high_value',
    label,
    template: 'high-value',
  });
  await publish(db, actor, id, { revision }, demoAsOf);
}

const stages = draw(
  'layering',
  {
    all: { type: 'allMembers', at: [0, 0] },
    c: {
      type: 'condition',
      params: {
        mode: 'all',
        rows: [
          { subject: { kind: 'field', path: 'attrs.points' }, operator: 'atLeast', value: 500 },
          {
            subject: { kind: 'event', eventType: 'order', fn: 'last', window: { kind: 'allTime' } },
            operator: 'withinLast',
            value: { n: 60, unit: 'days' },
          },
        ],
      },
      at: [1, 0],
    },
    active: { type: 'layer', params: { layer: 'active', color: 0 }, at: [2, 0] },
    silent: { type: 'fallbackLayer', params: { layer: 'silent', color: 9 }, at: [2, 1] },
  },
  ['all.out → c.in', 'c.matched → active.in'],
);

/** Everybody with their events, as rules in memory read them. */
export async function everybody(db: Db): Promise<MemberData[]> {
  const events = await collection(db, 'events').find().toArray();
  const byMember = new Map<string, EventDoc[]>();
  for (const event of events) byMember.set(event.memberId, [...(byMember.get(event.memberId) ?? []), event]);
  const members = await collection(db, 'members').find().sort({ ord: 1 }).toArray();
  return members.map((member) => ({ member: { ...member }, events: byMember.get(member._id) ?? [] }));
}
