import { ProgressMeter, type Standing } from './progress-meter';

/** Where progress goes: stderr, or a test's. */
export interface ProgressOutput {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

export interface ProgressPrinter {
  tell(standing: Standing): void;
  /** Nothing is left of it on a terminal: what is said next begins a line of its own. */
  end(): void;
}

/** Milliseconds between two looks on a terminal, and between two lines elsewhere, where each stays in a log. */
const pauses = { terminal: 200, log: 10_000 } as const;
const clear = '\r\u001b[K';

/** One line that is written over on a terminal; elsewhere a line now and then, and none for what is done soon. */
export function progressPrinter(
  output: ProgressOutput = process.stderr,
  now: () => number = () => performance.now(),
): ProgressPrinter {
  const meter = new ProgressMeter();
  const isTerminal = output.isTTY === true;
  let toldAt = isTerminal ? Number.NEGATIVE_INFINITY : now();
  let isShown = false;
  return {
    tell(standing) {
      const at = now();
      const line = meter.line(standing, at);
      if (at - toldAt < (isTerminal ? pauses.terminal : pauses.log)) return;
      toldAt = at;
      isShown = isTerminal;
      output.write(isTerminal ? `${clear}${line.slice(0, (output.columns ?? 80) - 1)}` : `${line}\n`);
    },
    end() {
      if (isShown) output.write(clear);
      isShown = false;
    },
  };
}
