import { SetupError, sentenceOf } from '../setup-error';
import {
  type DatabaseProvider,
  type ProviderName,
  providerNames,
  providerTitles,
  type RunningDatabase,
} from './provider';

export interface ChosenDatabase {
  readonly provider: ProviderName;
  readonly database: RunningDatabase;
}

/**
 * Starts the first provider that works. One that already holds this checkout's data goes before those that
 * don't: data must not seem lost because a mongod was installed meanwhile.
 * Throws a SetupError that names all of them when none works, or at once when the one asked for fails.
 */
export async function startFirst(
  providers: readonly DatabaseProvider[],
  abandon: () => Promise<void> = async () => undefined,
): Promise<ChosenDatabase> {
  const reasons = new Map<ProviderName, string>();
  for (const provider of inOrder(providers)) {
    const availability = await provider.available();
    if (!availability.ok) {
      reasons.set(provider.name, availability.reason);
      continue;
    }
    try {
      return { provider: provider.name, database: await provider.start() };
    } catch (error) {
      await abandon();
      if (provider.explicit) throw error;
      reasons.set(provider.name, sentenceOf(error));
    }
  }
  throw new SetupError(noneWorked(reasons));
}

function inOrder(providers: readonly DatabaseProvider[]): DatabaseProvider[] {
  const rank = (provider: DatabaseProvider) => (provider.explicit ? 0 : provider.holdsData() ? 1 : 2);
  return providers.toSorted((a, b) => rank(a) - rank(b));
}

function noneWorked(reasons: ReadonlyMap<ProviderName, string>): string {
  const parts = providerNames.map((name) => `${providerTitles[name]}: ${reasons.get(name) ?? 'not tried'}`);
  return `No database could be had; one of these four has to work: ${parts.join('; ')}.`;
}
