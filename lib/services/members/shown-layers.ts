import type { Db } from 'mongodb';
import type { MemberDetail } from '@/lib/contracts/members';
import { collection } from '@/lib/db/collections';
import type { MemberDoc } from '@/lib/db/documents';
import { publishedVersion } from '@/lib/services/definitions/definition-dto';
import { layersOf } from '@/rules-engine/index';

/** The layers that a member is in, named and coloured as the layerings' published drawings have them. */
export async function shownLayers(db: Db, { layers }: MemberDoc): Promise<MemberDetail['layers']> {
  const held = Object.entries(layers);
  if (held.length === 0) return [];
  const [definitions, runs] = await Promise.all([
    collection(db, 'definitions')
      .find({ kind: 'layering', key: { $in: held.map(([key]) => key) } })
      .toArray(),
    collection(db, 'runs')
      .find({ _id: { $in: held.map(([, { run }]) => run) } }, { projection: { version: 1 } })
      .toArray(),
  ]);
  const shown = await Promise.all(
    held.map(async ([key, { layer, at, run }]) => {
      const definition = definitions.find((one) => one.key === key);
      const version = definition && (await publishedVersion(db, definition));
      const drawn = version ? layersOf(version.graph).find(({ value }) => value === layer) : undefined;
      return {
        key,
        layer,
        definition: definition?._id ?? null,
        layering: definition?.label ?? null,
        label: drawn?.label ?? null,
        color: drawn?.color ?? null,
        since: at.toISOString(),
        run,
        version: runs.find(({ _id }) => _id === run)?.version ?? null,
      };
    }),
  );
  return shown.sort(
    (a, b) => Number(a.definition === null) - Number(b.definition === null) || a.key.localeCompare(b.key),
  );
}
