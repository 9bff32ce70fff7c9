import { existsSync, readdirSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { type Command, run } from '../../run-command';
import { type Layout, libraryPath, loader, postgresBinary, postgresLibraries } from './layout';

/**
 * Makes the programs find the unpacked libraries wherever the tree lies. The run path is written into the
 * programs: LD_LIBRARY_PATH would reach the system's own shell too and load the wrong C library there.
 */
export async function relocate(layout: Layout): Promise<void> {
  for (const command of relocateCommands(layout)) await run(command);
  const extensions = path.join(layout.pg, 'usr', 'share', 'postgresql', '18', 'extension');
  const control = path.join(extensions, 'postgis.control');
  if (!existsSync(control)) await symlink('postgis-3.control', control);
}

/** The patchelf commands; patchelf itself is unpacked, so it runs through the unpacked loader. */
export function relocateCommands(layout: Layout): Command[] {
  const libraries = libraryPath(layout);
  const interpreter = loader(layout);
  const patchelf = (...args: string[]): Command => ({
    command: interpreter,
    args: ['--library-path', libraries, path.join(layout.pg, 'usr', 'bin', 'patchelf'), ...args],
  });
  const programs = (['postgres', 'initdb', 'psql'] as const).map((name) =>
    patchelf(
      '--set-interpreter',
      interpreter,
      '--force-rpath',
      '--set-rpath',
      libraries,
      postgresBinary(layout, name),
    ),
  );
  // DocumentDB's own run path would hide the program's.
  const modules = readdirSync(postgresLibraries(layout))
    .filter((name) => name.startsWith('pg_documentdb') && name.endsWith('.so'))
    .map((name) => patchelf('--remove-rpath', path.join(postgresLibraries(layout), name)));
  return [...programs, ...modules];
}
