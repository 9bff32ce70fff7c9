import { posix } from 'node:path';
import { Problem } from '@/lib/contracts/problem';
import { plainName, readWholeXml } from './xml';
import type { ZipParts } from './zip-parts';

export interface Sheet {
  name: string;
  /** The part with its cells. */
  path: string;
  isHidden: boolean;
}

/** What a workbook says of itself: its sheets in their order, and where shared texts and formats are. */
export interface Workbook {
  sheets: Sheet[];
  sharedStrings: string | null;
  styles: string | null;
  /** Days are counted from 1904 instead of 1900, as old Excel of the Mac did. */
  from1904: boolean;
}

interface Relation {
  type: string;
  target: string;
}

/** Throws `not-a-workbook`. */
export async function readWorkbook(parts: ZipParts): Promise<Workbook> {
  const root = await relationsOf(parts, '');
  const path = [...root.values()].find(({ type }) => type === 'officeDocument')?.target;
  if (path === undefined || !parts.has(path)) throw new Problem('not-a-workbook');
  const relations = await relationsOf(parts, path);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readWholeXml(parts.bytes(path), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(
        ([key]) => key.includes(':') && plainName(key) === 'id',
      )?.[1];
      const relation = relations.get(id ?? '');
      // Sheets of charts have no cells.
      if (relation?.type !== 'worksheet') return;
      const isHidden = (attributes.state ?? 'visible') !== 'visible';
      sheets.push({ name: attributes.name ?? '', path: relation.target, isHidden });
    },
  });
  const part = (type: string) => [...relations.values()].find((one) => one.type === type)?.target ?? null;
  return { sheets, sharedStrings: part('sharedStrings'), styles: part('styles'), from1904 };
}

/** The sheet of this name, or the first that isn't hidden. Throws `no-such-sheet`, `not-a-workbook`. */
export function sheetOf({ sheets }: Workbook, name: string | null): Sheet {
  const found =
    name === null
      ? (sheets.find(({ isHidden }) => !isHidden) ?? sheets[0])
      : sheets.find((one) => one.name === name);
  if (found) return found;
  if (name === null) throw new Problem('not-a-workbook');
  throw new Problem('no-such-sheet', { sheet: name, known: sheets.map((one) => one.name).join(', ') });
}

/** What a part refers to, by id; of the package itself when the path is empty. */
async function relationsOf(parts: ZipParts, path: string): Promise<Map<string, Relation>> {
  const { dir, base } = posix.parse(path);
  const relations = new Map<string, Relation>();
  await readWholeXml(parts.bytes(posix.join(dir, '_rels', `${base}.rels`)), {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External')
        return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(dir, Target);
      relations.set(Id, { type: Type?.slice(Type.lastIndexOf('/') + 1) ?? '', target });
    },
  });
  return relations;
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
