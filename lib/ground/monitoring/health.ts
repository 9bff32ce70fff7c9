import type { HealthDto } from '@/lib/contracts/health';
import { getDb } from '@/lib/db/connect';
import packageJson from '@/package.json';

const LIMIT_MS = 3_000;

/** Whether this process and its database are well. Never throws. */
export async function health(): Promise<HealthDto> {
  const up = await Promise.race([
    ping(),
    new Promise<false>((resolve) => setTimeout(resolve, LIMIT_MS, false).unref()),
  ]);
  const { version } = packageJson;
  return { ok: up, database: up ? 'up' : 'down', version, upSeconds: Math.round(process.uptime()) };
}

async function ping(): Promise<boolean> {
  try {
    const db = await getDb();
    await db.command({ ping: 1 }, { timeoutMS: LIMIT_MS });
    return true;
  } catch {
    return false;
  }
}
