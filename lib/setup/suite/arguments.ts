import { SetupError } from '../setup-error';
import { type StepName, stepNames } from './steps';

export interface SuiteArguments {
  readonly chosen: readonly StepName[];
  /** For the runner of the one step that was chosen. */
  readonly rest: readonly string[];
}

/** `npm test`, `npm test -- unit lint`, `npm test -- unit lib/setup`: steps first, then what one runner gets. */
export function suiteArguments(args: readonly string[]): SuiteArguments {
  const end = args.findIndex((arg) => !isStep(arg));
  const named = args.slice(0, end < 0 ? args.length : end).filter(isStep);
  const rest = args.slice(named.length);
  if (rest.length > 0 && named.length !== 1) {
    throw new SetupError(
      `"${rest[0]}" is not a step: choose among ${stepNames.join(', ')}, or name one and then its runner's arguments.`,
    );
  }
  return { chosen: named.length === 0 ? stepNames : stepNames.filter((name) => named.includes(name)), rest };
}

const isStep = (arg: string): arg is StepName => stepNames.some((name) => name === arg);
