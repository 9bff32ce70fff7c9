import type { Db } from 'mongodb';
import type { DefinitionKind } from '@/lib/contracts/definition-kind';
import type { Template } from '@/lib/contracts/definitions';
import { Problem } from '@/lib/contracts/problem';
import { getSettings } from '@/lib/ground/settings/settings';
import { textKey } from '@/lib/i18n/locales';
import { loadCatalogue } from '@/lib/workspace/load-catalogue';
import { type Graph, templates } from '@/rules-engine/index';
import { missingIn } from './missing-references';

/** What new tags and segments can begin with, and what each would find missing in this workspace. */
export async function listTemplates(db: Db, kind: DefinitionKind | undefined): Promise<Template[]> {
  const [catalogue, { locale }] = await Promise.all([loadCatalogue(db), getSettings(db)]);
  return templates
    .filter((template) => kind === undefined || template.kind === kind)
    .map(({ graph, folder, notes: _, ...template }) => ({
      ...template,
      folder: folder[textKey(locale)],
      missing: missingIn(graph, catalogue),
    }));
}

/** The drawing of a template, with the notes at its layers in the workspace's language. Throws `not-found`. */
export async function templateGraph(db: Db, id: string, kind: DefinitionKind): Promise<Graph> {
  const found = templates.find((template) => template.id === id && template.kind === kind);
  if (!found) throw new Problem('not-found', { what: { zh: `模板“${id}”`, en: `The template ${id}` } });
  const language = textKey((await getSettings(db)).locale);
  const nodes = found.graph.nodes.map((node) => {
    const { strategy, benefits } = found.notes?.[node.id] ?? {};
    const notes = {
      ...(strategy && { strategy: strategy[language] }),
      ...(benefits && { benefits: benefits[language] }),
    };
    return { ...node, params: { ...node.params, ...notes } };
  });
  return { ...found.graph, nodes };
}
