// What every command runs first. Plain JavaScript on Node's own modules: nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url)).replace(/\/$/, '');

/**
 * Checks Node, installs what package-lock.json names when that hasn't been done, then runs a TypeScript file
 * in this process: same arguments, streams, signals and exit code.
 *
 * @param {string} script path below the checkout
 */
export async function bootstrap(script) {
  try {
    checkNode(process.versions.node, readJson('package.json').engines.node);
    install();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exit(1);
  }
  // tsx reads the path aliases from here, wherever the command was started.
  process.env.TSX_TSCONFIG_PATH ??= path.join(CHECKOUT, 'tsconfig.json');
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(path.join(CHECKOUT, script)).href);
}

/**
 * @param {string} version such as 20.20.2
 * @param {string} range such as >=20.19.0
 */
export function checkNode(version, range) {
  const wanted = range.replace('>=', '');
  const [have, need] = [version, wanted].map((text) => text.split('.').map(Number));
  const different = need.findIndex((part, index) => have[index] !== part);
  if (different >= 0 && have[different] < need[different]) {
    throw new Error(
      `Tagloom needs Node ${wanted} or newer, and this is ${version}: install a newer Node and try again.`,
    );
  }
}

/**
 * Whether node_modules holds what the lock file names. npm writes its own record last, so that a broken
 * install has none; what it may leave out are packages for other platforms.
 *
 * @param {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} lock
 * @param {{ packages: Record<string, { version?: string }> } | null} installed
 */
export function isInstalled(lock, installed) {
  if (!installed) return false;
  const { '': _project, ...wanted } = lock.packages;
  const complete = Object.entries(wanted).every(([folder, { version, optional }]) => {
    const present = installed.packages[folder];
    return present ? present.version === version : optional === true;
  });
  return complete && Object.keys(installed.packages).every((folder) => folder in wanted);
}

function install() {
  const isDone = () =>
    isInstalled(readJson('package-lock.json'), readJson('node_modules/.package-lock.json', null));
  if (isDone()) return;
  const release = takeInstallLock();
  try {
    if (isDone()) return;
    process.stderr.write('Installing dependencies …\n');
    const startedAt = Date.now();
    const shared = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    // The second is for a lock file that a registry without some platform's packages has left incomplete.
    if (npm(['ci', ...shared]) !== 0 && npm(['install', '--no-save', ...shared]) !== 0) {
      throw new Error(
        'The dependencies could not be installed (npm says why above): check the network and the free space, and try again.',
      );
    }
    process.stderr.write(
      `Installing dependencies: done in ${Math.round((Date.now() - startedAt) / 1000)} s\n`,
    );
  } finally {
    release();
  }
}

/**
 * Runs npm; stdout may belong to a command that prints JSON, so npm talks on stderr. Gives its exit code.
 *
 * @param {string[]} args
 */
function npm(args) {
  const script = process.env.npm_execpath;
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = { cwd: CHECKOUT, stdio: ['ignore', 2, 2] };
  const { status, error } = script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (error) throw new Error(`npm could not be run (${error.message}): install npm and try again.`);
  return status;
}

/** Two installs at once would tear down each other's node_modules. Gives the function that lets go. */
function takeInstallLock() {
  const file = path.join(CHECKOUT, '.data', 'install.lock');
  mkdirSync(path.dirname(file), { recursive: true });
  // A link appears with its content: nobody reads a lock without a number in it.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  try {
    for (;;) {
      try {
        linkSync(draft, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
        if (!isAlive(Number(readText(file)))) rmSync(file, { force: true });
        else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      }
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** @param {string} file */
function readText(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/**
 * @param {string} file path below the checkout
 * @param {unknown} [fallback] what an absent file counts as
 */
function readJson(file, fallback) {
  const text = readText(path.join(CHECKOUT, file));
  return text === '' ? fallback : JSON.parse(text);
}
