import type { Db } from 'mongodb';
import type { MemberDetail, RevealAnswer } from '@/lib/contracts/members';
import { type Actor, can, roleFor, roleText } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { collection } from '@/lib/db/collections';
import type { FieldDoc, MemberDoc } from '@/lib/db/documents';
import { audit } from '@/lib/ground/audit/audit';
import { maskedIdentity, maskedValue, openIdentity, shownValue } from '@/lib/values/shown-value';
import { shownLayers } from './shown-layers';

/** A member with all that is known of them, personal data masked. Throws `not-found`. */
export async function memberDetail(db: Db, actor: Actor, id: string): Promise<MemberDetail> {
  const member = await memberById(db, id);
  const [fields, tags, layers, lists, events, metrics] = await Promise.all([
    collection(db, 'fields').find().sort({ _id: 1 }).toArray(),
    shownTags(db, member),
    shownLayers(db, member),
    collection(db, 'lists')
      .find({ _id: { $in: member.lists } })
      .toArray(),
    eventCounts(db, id),
    collection(db, 'metrics').find().toArray(),
  ]);
  const computedAsOf = new Map(
    metrics.map((metric) => [`metrics.${metric._id}`, metric.lastRun?.asOf ?? null]),
  );
  return {
    id: member._id,
    ord: member.ord,
    identities: member.identities.map(maskedIdentity),
    attributes: shownFields(member.attrs, 'attrs', fields).map(({ field, value }) => ({
      ...described(field),
      value: field.personal ? maskedValue(value, field.type) : value,
      option: field.options.find((option) => option.value === value)?.label ?? null,
      masked: field.personal,
    })),
    metrics: shownFields(member.metrics, 'metrics', fields).map(({ field, value }) => ({
      ...described(field),
      value,
      asOf: computedAsOf.get(field._id)?.toISOString() ?? null,
    })),
    tags,
    layers,
    lists: lists.map(({ _id, label }) => ({ id: _id, label })),
    consent: member.consent,
    events,
    demo: member.demo === true,
    mayReveal: can(actor.role, 'seePersonal'),
    createdAt: member.createdAt.toISOString(),
    updatedAt: member.updatedAt.toISOString(),
  };
}

/** What is masked of a member, unmasked, for who may see it; each time is in the audit trail. Throws `not-allowed`, `not-found`. */
export async function revealMember(db: Db, actor: Actor, id: string): Promise<RevealAnswer> {
  if (!can(actor.role, 'seePersonal'))
    throw new Problem('not-allowed', { role: roleText[roleFor.seePersonal] });
  const member = await memberById(db, id);
  const fields = await collection(db, 'fields').find({ personal: true }).toArray();
  // Recorded first: what was seen without a record can't be unseen.
  await audit(db, actor, 'member.reveal', `member:${id}`);
  const values = shownFields(member.attrs, 'attrs', fields).map(
    ({ field, value }) => [field._id, value] as const,
  );
  return { identities: member.identities.map(openIdentity), values: Object.fromEntries(values) };
}

/** Throws `not-found`. */
export async function memberById(db: Db, id: string): Promise<MemberDoc> {
  const member = await collection(db, 'members').findOne({ _id: id });
  if (member === null) throw new Problem('not-found', { what: { zh: '该会员', en: 'The member' } });
  return member;
}

function shownFields(values: Record<string, unknown>, root: string, fields: readonly FieldDoc[]) {
  return fields.flatMap((field) => {
    if (!field._id.startsWith(`${root}.`)) return [];
    const key = field._id.slice(root.length + 1);
    const value = shownValue(Object.hasOwn(values, key) ? values[key] : undefined, field.type);
    return value === null ? [] : [{ field, value }];
  });
}

function described({ _id: path, label, type, unit }: FieldDoc) {
  return { path, label, type, unit };
}

async function shownTags(db: Db, { tags, tagSince }: MemberDoc): Promise<MemberDetail['tags']> {
  const keys = tags.map((tag) => tag.slice(0, tag.indexOf(':')));
  const definitions = await collection(db, 'definitions')
    .find({ kind: 'tag', key: { $in: keys } }, { projection: { key: 1, label: 1 } })
    .toArray();
  return tags.map((tag, index) => {
    const definition = definitions.find(({ key }) => key === keys[index]);
    const since = Object.entries(tagSince).find(([key]) => key === keys[index])?.[1];
    return {
      tag,
      definition: definition?._id ?? null,
      label: definition?.label ?? null,
      since: since?.at.toISOString() ?? null,
      run: since?.run ?? null,
    };
  });
}

async function eventCounts(db: Db, memberId: string): Promise<MemberDetail['events']> {
  const counts = await collection(db, 'events')
    .aggregate<{ _id: string; n: number }>([
      { $match: { memberId } },
      { $group: { _id: '$type', n: { $sum: 1 } } },
    ])
    .toArray();
  const types = await collection(db, 'eventTypes').find().toArray();
  return counts
    .map(({ _id: type, n }) => ({
      type,
      label: types.find(({ _id }) => _id === type)?.label ?? { zh: type, en: type },
      n,
    }))
    .sort((a, b) => b.n - a.n);
}
