import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aptCommands, aptConfig, aptSource, archivesFolder } from './apt-state';
import { ferretdbCommand, ferretdbUri } from './ferretdb';
import { goCommand, isNewEnough, unpackedGo } from './go-build';
import { initdbCommand } from './initdb';
import type { Instance } from './instance';
import { type Layout, layoutIn } from './layout';
import { postgresCommand, psqlCommand } from './postgres';
import { relocateCommands } from './relocate';
import { unpackCommand } from './unpack';

const user = { uid: 65534, gid: 65534 };
const instance: Instance = {
  user,
  cluster: '/p/.data/postgres',
  state: '/p/.data/ferretdb',
  sockets: '/tmp/tagloom-1',
  logs: '/p/.data/logs',
};

let cache: string;
let layout: Layout;
let lib: string;

beforeEach(() => {
  cache = mkdtempSync(path.join(os.tmpdir(), 'tagloom-cache-'));
  layout = layoutIn(cache);
  lib = path.join(layout.pg, 'usr', 'lib', 'x86_64-linux-gnu');
  const modules = path.join(layout.pg, 'usr', 'lib', 'postgresql', '18', 'lib');
  for (const folder of [lib, modules]) mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(lib, 'ld-linux-x86-64.so.2'), '');
  for (const name of ['pg_documentdb.so', 'pg_documentdb_core.so', 'pg_cron.so']) {
    writeFileSync(path.join(modules, name), '');
  }
});

afterEach(() => rmSync(cache, { recursive: true, force: true }));

describe('apt', () => {
  test('has a state of its own and leaves the system alone', () => {
    const config = aptConfig(layout);
    for (const line of [
      `Dir::State::status "${layout.apt}/status";`,
      `Dir::State::lists "${layout.apt}/lists";`,
      `Dir::Cache "${layout.apt}/cache";`,
      `Dir::Etc::sourcelist "${layout.apt}/sources.list";`,
      'Dir::Etc::sourceparts "/dev/null";',
      'APT::Install-Recommends "false";',
      'APT::Sandbox::User "";',
      'Debug::NoLocking "true";',
    ]) {
      expect(config.split('\n')).toContain(line);
    }
    expect(archivesFolder(layout)).toBe(`${layout.apt}/cache/archives`);
  });

  test('reads one signed suite of the mirror', () => {
    expect(aptSource({ uri: 'http://mirror/debian', keyring: '/k.gpg' })).toBe(
      'deb [signed-by=/k.gpg] http://mirror/debian forky main\n',
    );
  });

  test('updates, then downloads without installing, and brings Go only when there is none', () => {
    const [update, download] = aptCommands(layout, false);
    expect(update.args).toEqual(['-q', 'update']);
    expect(download.args).toEqual([
      '-q',
      'install',
      '--download-only',
      '-y',
      'postgresql-18-documentdb',
      'patchelf',
    ]);
    expect(download.env).toMatchObject({ APT_CONFIG: `${layout.apt}/apt.conf` });
    expect(aptCommands(layout, true)[1].args).toContain('golang-1.26-go');
  });
});

test('packages are unpacked, never installed', () => {
  expect(unpackCommand('/a/x.deb', layout)).toMatchObject({
    command: 'dpkg-deb',
    args: ['-x', '/a/x.deb', layout.pg],
  });
});

test('programs get the unpacked loader and libraries, DocumentDB loses its own run path', () => {
  const postgresLib = `${layout.pg}/usr/lib/postgresql/18`;
  const libraries = [lib, `${lib}/blas`, `${lib}/lapack`, `${postgresLib}/lib`].join(':');
  const loader = `${lib}/ld-linux-x86-64.so.2`;
  const through = ['--library-path', libraries, `${layout.pg}/usr/bin/patchelf`];
  const program = (name: string) => [
    ...through,
    '--set-interpreter',
    loader,
    '--force-rpath',
    '--set-rpath',
    libraries,
    `${postgresLib}/bin/${name}`,
  ];
  const commands = relocateCommands(layout);
  expect(new Set(commands.map(({ command }) => command))).toEqual(new Set([loader]));
  expect(commands.map(({ args }) => args)).toEqual([
    program('postgres'),
    program('initdb'),
    program('psql'),
    [...through, '--remove-rpath', `${postgresLib}/lib/pg_documentdb.so`],
    [...through, '--remove-rpath', `${postgresLib}/lib/pg_documentdb_core.so`],
  ]);
});

describe('Go', () => {
  test.each([
    ['go version go1.24.0 linux/amd64', true],
    ['go version go1.26.8 linux/amd64', true],
    ['go version go2.0 linux/amd64', true],
    ['go version go1.23.9 linux/amd64', false],
    ['', false],
  ])('%j is new enough: %s', (version, expected) => expect(isNewEnough(version)).toBe(expected));

  test('installs one pinned version into the cache, with caches of its own', () => {
    const { command, args, env } = goCommand('/usr/bin/go', layout);
    expect([command, ...args]).toEqual([
      '/usr/bin/go',
      'install',
      'github.com/FerretDB/FerretDB/v2/cmd/ferretdb@v2.7.0',
    ]);
    expect(env).toMatchObject({
      GOBIN: `${layout.root}/bin`,
      GOMODCACHE: `${layout.go}/modules`,
      CGO_ENABLED: '0',
    });
    expect(env).not.toHaveProperty('GOROOT');
    expect(goCommand(unpackedGo(layout), layout).env).toMatchObject({
      GOROOT: `${layout.pg}/usr/lib/go-1.26`,
    });
  });
});

test('initdb writes beside the data folder, as the user that PostgreSQL will run as', () => {
  expect(initdbCommand(layout, instance)).toMatchObject({
    command: `${layout.pg}/usr/lib/postgresql/18/bin/initdb`,
    args: [
      '-D',
      '/p/.data/postgres.new',
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
    ],
    user,
  });
});

test('PostgreSQL listens on the private socket only, and DocumentDB calls itself there', () => {
  const { args, user: runsAs, stopSignal, env } = postgresCommand(layout, instance);
  const settings = args.filter((_, index) => args[index - 1] === '-c');
  expect(args.slice(0, 2)).toEqual(['-D', '/p/.data/postgres']);
  expect(settings).toEqual(
    expect.arrayContaining([
      'listen_addresses=',
      'unix_socket_directories=/tmp/tagloom-1',
      'shared_preload_libraries=pg_cron,pg_documentdb_core,pg_documentdb',
      'cron.use_background_workers=on',
      'documentdb.localhost_connection_string=host=/tmp/tagloom-1',
      'dynamic_shared_memory_type=mmap',
    ]),
  );
  expect(runsAs).toEqual(user);
  expect(stopSignal).toBe('SIGINT');
  expect(env).not.toHaveProperty('LD_LIBRARY_PATH');
});

test('psql stops at the first error and reads no settings of the person', () => {
  const { args } = psqlCommand(layout, instance, 'select 1');
  expect(args).toEqual(
    expect.arrayContaining(['-X', '-v', 'ON_ERROR_STOP=1', '-h', '/tmp/tagloom-1', '-c', 'select 1']),
  );
});

test('FerretDB opens no TCP port and has no wish to phone home', () => {
  const { command, args, stopSignal } = ferretdbCommand(layout, instance);
  expect(command).toBe(`${layout.root}/bin/ferretdb`);
  expect(args).toEqual(
    expect.arrayContaining([
      '--listen-addr=',
      '--listen-unix=/tmp/tagloom-1/mongodb.sock',
      '--postgresql-url=postgres://postgres@/postgres?host=%2Ftmp%2Ftagloom-1&pool_max_conns=50',
      '--no-auth',
      '--telemetry=disable',
      '--debug-addr=-',
      '--state-dir=/p/.data/ferretdb',
    ]),
  );
  expect(stopSignal).toBe('SIGTERM');
  expect(ferretdbUri(instance)).toBe('mongodb://%2Ftmp%2Ftagloom-1%2Fmongodb.sock');
});
