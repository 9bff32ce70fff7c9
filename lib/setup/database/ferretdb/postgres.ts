import path from 'node:path';
import { type Command, run } from '../../run-command';
import { type ManagedProcess, type ServerCommand, spawnServer, waitUntilReady } from '../managed-process';
import type { Instance } from './instance';
import { type Layout, postgresBinary } from './layout';
import { clearPostmasterPid } from './postmaster-pid';

const READY_LIMIT_MS = 120_000;

/**
 * The settings. No TCP port is opened; the two that name a host make DocumentDB call itself over the socket
 * too: without them collections can't be made and index jobs fail.
 */
export function postgresSettings(instance: Instance): Record<string, string> {
  return {
    listen_addresses: '',
    unix_socket_directories: instance.sockets,
    shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb',
    'cron.database_name': 'postgres',
    'cron.use_background_workers': 'on',
    // DocumentDB's index jobs run every two seconds: their log lines and their history would grow for ever.
    'cron.log_statement': 'off',
    'cron.log_run': 'off',
    log_checkpoints: 'off',
    // What was just imported is planned for with statistics within seconds, not a minute later.
    autovacuum_naptime: '5s',
    // Two who wait for each other are noticed after this, and with writes of many documents that happens many times over.
    deadlock_timeout: '100ms',
    'documentdb.localhost_connection_string': `host=${instance.sockets}`,
    max_worker_processes: '16',
    shared_buffers: '512MB',
    max_wal_size: '4GB',
    dynamic_shared_memory_type: 'mmap',
  };
}

/** Settings are given on the command line, so that a change of ours reaches data folders made before it. */
export function postgresCommand(layout: Layout, instance: Instance): ServerCommand {
  const settings = Object.entries(postgresSettings(instance)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  return {
    name: 'PostgreSQL',
    command: postgresBinary(layout, 'postgres'),
    args: ['-D', instance.cluster, ...settings],
    cwd: instance.cluster,
    user: instance.user,
    env: { HOME: instance.cluster, LC_ALL: 'C' },
    // The fast stop: SIGTERM would wait for every client to leave.
    stopSignal: 'SIGINT',
    logFile: path.join(instance.logs, 'postgres.log'),
    scratchFolder: instance.sockets,
  };
}

export function psqlCommand(layout: Layout, instance: Instance, sql: string): Command {
  return {
    command: postgresBinary(layout, 'psql'),
    args: [
      '-X',
      '-q',
      '-v',
      'ON_ERROR_STOP=1',
      '-h',
      instance.sockets,
      '-U',
      'postgres',
      '-d',
      'postgres',
      '-c',
      sql,
    ],
    cwd: instance.sockets,
    user: instance.user,
    env: { HOME: instance.sockets, PGOPTIONS: '-c client_min_messages=warning' },
  };
}

/** Starts PostgreSQL and waits until DocumentDB can be used. */
export async function startPostgres(
  layout: Layout,
  instance: Instance,
  register: (server: ManagedProcess) => Promise<void>,
): Promise<ManagedProcess> {
  await clearPostmasterPid(instance.cluster);
  const server = await spawnServer(postgresCommand(layout, instance));
  await register(server);
  const answers = () =>
    run(psqlCommand(layout, instance, 'select 1')).then(
      () => true,
      () => false,
    );
  await waitUntilReady(server, answers, READY_LIMIT_MS);
  await run(psqlCommand(layout, instance, 'create extension if not exists documentdb cascade'));
  return server;
}
