import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The archive that this system gets its own packages from, and the key it trusts it by. */
export interface DebianMirror {
  readonly uri: string;
  readonly keyring: string;
}

const KEYRINGS = [
  '/usr/share/keyrings/debian-archive-keyring.gpg',
  '/usr/share/keyrings/debian-archive-keyring.pgp',
];

/** The first Debian archive among apt's sources (`etc` is /etc/apt); null where there is none. */
export function debianMirror(etc = '/etc/apt', keyrings: readonly string[] = KEYRINGS): DebianMirror | null {
  const keyring = keyrings.find((file) => existsSync(file));
  const uri = sourceFiles(etc)
    .flatMap((file) => archivesIn(readFileSync(file, 'utf8')))
    .find((archive) => /\/debian\/?$/.test(archive));
  return keyring && uri ? { uri: uri.replace(/\/$/, ''), keyring } : null;
}

function sourceFiles(etc: string): string[] {
  const parts = path.join(etc, 'sources.list.d');
  const inParts = existsSync(parts) ? readdirSync(parts).sort() : [];
  return [path.join(etc, 'sources.list'), ...inParts.map((name) => path.join(parts, name))].filter(
    (file) => /\.(list|sources)$/.test(file) && existsSync(file),
  );
}

/** Addresses of both formats: `URIs: a b` of deb822 and `deb [options] a suite component` of one line each. */
function archivesIn(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const stanza = /^URIs:\s*(.+)$/i.exec(line)?.[1];
    if (stanza) return stanza.trim().split(/\s+/);
    const single = /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)/.exec(line)?.[1];
    return single ? [single] : [];
  });
}
