import { readFile, stat } from 'node:fs/promises';
import type { z } from 'zod';
import { Problem } from '@/lib/contracts/problem';
import { type Graph, graph, graphLimits } from '@/rules-engine/index';

/** A JSON file, parsed. Throws `invalid-input` with the file's name and what is wrong with it. */
export async function readJsonFile<T>(file: string, schema: z.ZodType<T>, maxBytes: number): Promise<T> {
  const size = await stat(file).then(
    (found) => found.size,
    () => null,
  );
  if (size === null)
    throw new Problem('invalid-input', {
      where: file,
      why: { zh: '找不到文件', en: 'there is no such file' },
    });
  if (size > maxBytes) {
    const why = { zh: `文件超过 ${maxBytes} 字节`, en: `the file has more than ${maxBytes} bytes` };
    throw new Problem('invalid-input', { where: file, why });
  }
  const read = schema.safeParse(parse(file, await readFile(file, 'utf8')));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Problem('invalid-input', {
    where: `${file}${issue && issue.path.length > 0 ? `: ${issue.path.join('.')}` : ''}`,
    why: issue?.message ?? '',
  });
}

export function readGraphFile(file: string): Promise<Graph> {
  return readJsonFile(file, graph, graphLimits.bytes);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Problem('invalid-input', {
      where: file,
      why: error instanceof Error ? error.message : String(error),
    });
  }
}
