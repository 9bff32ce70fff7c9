import type { Db } from 'mongodb';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import type { ExportOptions } from '@/lib/contracts/exports';
import type { LocalText } from '@/lib/contracts/local-text';
import { type Actor, can } from '@/lib/contracts/people';
import { collection } from '@/lib/db/collections';
import { exportAsOf, exportSubject } from '@/lib/services/definitions/published-version';
import { loadEnvironment } from '@/lib/workspace/environment';
import { valuesReference } from '@/rules-engine/index';

/** Members looked at to find which identities and consents there are. */
const sample = 5_000;

const valueLabels: Record<DefinitionKind, LocalText> = {
  tag: { zh: '标签值', en: 'Tag value' },
  layering: { zh: '层级', en: 'Layer' },
  segment: { zh: '分群', en: 'Segment' },
};

type Option = ExportOptions['columns'][number];

/** What the export dialog offers. Throws `not-found`, `not-published`. */
export async function exportOptions(db: Db, actor: Actor, id: string): Promise<ExportOptions> {
  const { definition, version } = await exportSubject(db, id);
  const { catalogue } = await loadEnvironment(db);
  const found = await inData(db);
  const reference = valuesReference(catalogue, definition.kind, definition.key);
  return {
    columns: [
      column('id', { zh: '会员编号', en: 'Member id' }, true),
      ...(reference ? [column('value', valueLabels[definition.kind], true)] : []),
      ...found.identities.map((type) => ({
        ...column(`identities.${type}`, { zh: type, en: type }, true),
        personal: true,
      })),
      ...Object.values(catalogue.fields)
        .filter(({ path }) => /^(attrs|metrics)\./.test(path))
        .map(({ path, label, type, personal }): Option => ({ path, label, type, personal, proposed: false })),
      column('tags', { zh: '全部标签', en: 'All tags' }, false),
      column('createdAt', { zh: '创建时间', en: 'Created at' }, false),
    ],
    values: reference ? [...reference.values] : [],
    consents: found.consents,
    mayUnmask: can(actor.role, 'seePersonal'),
    asOf: (await exportAsOf(db, version, null)).toISOString(),
    version: version.version,
  };
}

function column(path: string, label: Option['label'], proposed: boolean): Option {
  return { path, label, type: null, personal: false, proposed };
}

async function inData(db: Db): Promise<{ identities: string[]; consents: ExportOptions['consents'] }> {
  const identities = new Set<string>();
  const consents = new Map<string, ExportOptions['consents'][number]>();
  const members = collection(db, 'members').find(
    {},
    { projection: { identities: 1, consent: 1 }, limit: sample },
  );
  for await (const member of members) {
    for (const { type } of member.identities) identities.add(type);
    for (const [channel, purposes] of Object.entries(member.consent)) {
      for (const purpose of purposes) consents.set(`${channel} ${purpose}`, { channel, purpose });
    }
  }
  const ordered = [...consents].sort(([a], [b]) => a.localeCompare(b)).map(([, consent]) => consent);
  return { identities: [...identities].sort(), consents: ordered };
}
