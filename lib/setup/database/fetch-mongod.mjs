// Runs on its own, because the library writes its progress to stdout and can't be cancelled: whoever started
// this reads the binary's path from the last line, or ends it when nothing arrives any more.
import { MongoBinary } from 'mongodb-memory-server-core';

const [downloadDir] = process.argv.slice(2);
const binary = await MongoBinary.getPath({ downloadDir });
process.stdout.write(`\n${binary}\n`);
