import { randomBytes, randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { MongoClient } from 'mongodb';
import { Rack } from './rack';
import { scenarios } from './scenarios';
import { seededRandom } from './seeded-random';

/** `npm run torture -- --rounds 20 --only tag`; `TAGLOOM_TORTURE_SEED` repeats a run. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    only: { type: 'string', multiple: true },
  },
});
const rounds = Number(values.rounds);
const seed = Number(process.env.TAGLOOM_TORTURE_SEED ?? randomInt(2 ** 31));
process.stdout.write(`TAGLOOM_TORTURE_SEED=${seed}\n`);

const uri = process.env.MONGODB_URI ?? '';
const client = await MongoClient.connect(uri, { ignoreUndefined: true });
const db = client.db(`tagloom_torture_${randomBytes(6).toString('hex')}`);
const rack = await Rack.open(db, uri);
let failed = 0;
try {
  for (const name of values.only ?? Object.keys(scenarios)) {
    const undisturbed = await rack.undisturbed(name);
    const at = seededRandom(`${seed} ${name} called off`);
    let calledOff = 0;
    for (let round = 0; round < rounds; round += 1) {
      const where = Math.floor(at() * undisturbed.writes);
      const { differences, isHit } = await rack.calledOff(name, undisturbed, where);
      if (isHit) calledOff += 1;
      if (differences.length === 0) continue;
      failed += 1;
      process.stdout.write(`${name}, called off at ${where}:\n  ${differences.join('\n  ')}\n`);
    }
    process.stdout.write(`${name}: called off at ${calledOff} of ${rounds} times\n`);
    for (const how of ['stop', 'kill'] as const) {
      const random = seededRandom(`${seed} ${name} ${how}`);
      let hits = 0;
      for (let round = 0; round < rounds; round += 1) {
        const disturbance = {
          how,
          at: 1 + Math.floor(random() * undisturbed.writes),
          isKept: random() < 0.7,
        };
        const { differences, isHit } = await rack.disturbed(name, undisturbed, disturbance);
        if (isHit) hits += 1;
        if (differences.length === 0) continue;
        failed += 1;
        process.stdout.write(`${name}, ${JSON.stringify(disturbance)}:\n  ${differences.join('\n  ')}\n`);
      }
      process.stdout.write(`${name}: ${how} at ${hits} of ${rounds} times, ${undisturbed.writes} writes\n`);
    }
  }
} finally {
  await rack.close();
  await db.dropDatabase();
  await client.close();
}
process.stdout.write(
  failed === 0 ? 'Every end was as undisturbed.\n' : `${failed} rounds ended otherwise.\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
