import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { TEST_URI_VARIABLE } from '@/lib/setup/testing/test-uri';
import { checkout, commandLine } from './testing/command-line';

/*
 * README's main job, command by command as it stands there, in a workspace with demo data: the numbers it promises come out.
 */
const purchases = join(checkout, '..', 'shared', 'data', 'cdnow', 'CDNOW_master.txt');
const database = `tagloom_test_${randomBytes(6).toString('hex')}`;
const demoMembers = 40;
let folder: string;
const { tagloom, json } = commandLine(database, () => folder);

const readme = readFileSync(join(checkout, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('## The main job'), readme.indexOf('## Layers'));
const commands = [...section.matchAll(/^ {4}npm run -s tagloom -- (.+)$/gm)].map(([, line = '']) =>
  line.split(' '),
);

/** Runs README's command of this name, with the file where this machine has it. */
function asWritten<T>(name: string, schema: z.ZodType<T>): Promise<T> {
  const found = commands.find(([first]) => first === name);
  if (!found) throw new Error(`README’s main job has no command ${name}.`);
  const args = found.map((arg) =>
    arg === 'CDNOW_master.txt' ? purchases : arg === 'exported' ? join(folder, 'exported') : arg,
  );
  return json(schema, ...args);
}

beforeAll(async () => {
  if (!existsSync(purchases)) throw new Error(`The CDNOW purchases are missing: expected ${purchases}.`);
  folder = await mkdtemp(join(tmpdir(), 'tagloom-main-job-'));
});
afterAll(async () => {
  const client = await MongoClient.connect(process.env[TEST_URI_VARIABLE] ?? '');
  await client.db(database).dropDatabase();
  await client.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every command is a process that starts from source: seconds each on a busy machine. */
describe('README’s main job beside the demo data', { timeout: 240_000 }, () => {
  test('the demo is there first', async () => {
    await json(
      z.object({ members: z.literal(demoMembers) }),
      'demo',
      'seed',
      '--members',
      String(demoMembers),
    );
  });

  test('a mapping that would put dollars among the demo’s yuan is refused, and says what to do', async () => {
    const shipped = z
      .record(z.string(), z.unknown())
      .parse(JSON.parse(readFileSync(join(checkout, 'public/examples/cdnow-mapping.json'), 'utf8')));
    const clashing = join(folder, 'clashing.json');
    await writeFile(clashing, JSON.stringify({ ...shipped, eventType: { fixed: 'order' } }));
    const { code, out, err } = await tagloom('import', 'events', purchases, '--mapping', clashing);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trim().split('\n')).toHaveLength(1);
    for (const part of ['dollar_value', 'props.amount', 'USD', 'CNY', 'props.amount_usd', 'cdnow_order'])
      expect(err).toContain(part);
  });

  test('its commands give its numbers', async () => {
    for (const n of ['23,570', '5,271', '2,628', '2,084']) expect(section).toContain(n);
    const whole = z.object({ read: z.literal(69_659), accepted: z.literal(69_659), rejected: z.literal(0) });
    await asWritten('import', whole);

    const { ports } = await asWritten(
      'count',
      z.object({ ports: z.record(z.string(), z.object({ n: z.int(), exact: z.literal(true) })) }),
    );
    expect(ports['all.out']?.n).toBe(23_570 + demoMembers);
    const passed = ['customers', 'days', 'spent', 'recent'].map((node) => ports[`${node}.matched`]?.n);
    expect(passed).toEqual([23_570, 5_271, 2_628, 2_084]);

    const output = z.object({ output: z.object({ node: z.literal('out') }) });
    await asWritten('explain', output);
    await asWritten('publish', z.object({ version: z.literal(1), size: z.literal(2_084) }));
    await asWritten('run', z.object({ state: z.literal('done'), size: z.literal(2_084) }));
    const written = await asWritten('export', z.object({ file: z.string(), rows: z.literal(2_084) }));
    const [, ...lines] = readFileSync(written.file, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(2_084);
  });
});
