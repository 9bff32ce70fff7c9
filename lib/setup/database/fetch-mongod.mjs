// Runs on its own, because the library writes its progress to stdout and can't be cancelled: whoever started
// this reads the binary's path from the last line of stdout, or the reason of a failure from that of stderr.
import { MongoBinary } from 'mongodb-memory-server-core';

const [downloadDir] = process.argv.slice(2);
try {
  process.stdout.write(`\n${await MongoBinary.getPath({ downloadDir })}\n`);
} catch (error) {
  process.stderr.write(`\n${String(error).replaceAll(/\s+/g, ' ').slice(0, 300)}\n`);
  process.exitCode = 1;
}
