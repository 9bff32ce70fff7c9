interface LockedPackage {
  version?: string;
  optional?: boolean;
}

export function bootstrap(script: string): Promise<void>;
export function checkNode(version: string, range: string): void;
export function isInstalled(
  lock: { packages: Record<string, LockedPackage> },
  installed: { packages: Record<string, LockedPackage> } | null,
): boolean;
