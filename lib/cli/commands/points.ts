import type { Command } from 'commander';
import { systemActor } from '@/lib/contracts/people';
import { Problem } from '@/lib/contracts/problem';
import { findMemberIds } from '@/lib/services/members/find-member-id';
import { pointAccount, pointEntries } from '@/lib/services/points/account-dto';
import { startPointsRun } from '@/lib/services/points/programme';
import { finishJob } from '../finish-job';
import { answer } from '../output';
import { withDatabase } from '../with-database';

const shownEntries = 50;

export function pointsCommand(program: Command): void {
  const points = program
    .command('points')
    .description('The points programme: its run, and what a member has.');
  points
    .command('run')
    .description('Earns, takes back and expires points for all members, and prints what was booked.')
    .action(() =>
      withDatabase(async (db) => {
        const { result } = await finishJob(db, await startPointsRun(db, systemActor('cli')));
        answer(result);
      }),
    );
  points
    .command('show')
    .description('Prints what a member has, and the newest entries of their ledger.')
    .argument('<member>', 'a member id, or a whole identity of any type')
    .action((text: string) =>
      withDatabase(async (db) => {
        const [member] = await findMemberIds(db, text);
        if (member === undefined) {
          throw new Problem('not-found', { what: { zh: `会员“${text}”`, en: `The member ${text}` } });
        }
        const account = await pointAccount(db, member);
        const { entries } = await pointEntries(db, member, { limit: shownEntries });
        answer({ ...account, ledger: entries });
      }),
    );
}
