import { reportToStderr } from '../progress';
import { sentenceOf } from '../setup-error';
import { ensureDatabase } from './ensure';

// Keeps the database up in the foreground and prints its address; Ctrl-C lets it go.
try {
  const { uri, provider, started } = await ensureDatabase();
  reportToStderr(`${started ? 'Started' : 'Found'} the database (${provider}). Ctrl-C leaves it.`);
  process.stdout.write(`${uri}\n`);
  setInterval(() => undefined, 2 ** 30);
} catch (error) {
  reportToStderr(sentenceOf(error));
  process.exitCode = 1;
}
