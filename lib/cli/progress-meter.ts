/** How far something long is, at one moment. */
export interface Standing {
  /** What is being done now: `read`, `write`. Its rate and the time left are its own. */
  phase: string;
  /** How many are done, and of what: `rows`, `members`. */
  done: number;
  unit: string;
  /** Of all there is to do, 0–1; null while that isn't known. */
  share: number | null;
}

/** Rate and time left are those of the last so many milliseconds: what was slow at the start doesn't count for ever. */
const windowMs = 15_000;

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** Says in one line how far something is, how quick it is and how long it will take. */
export class ProgressMeter {
  private past: { at: number; standing: Standing }[] = [];

  /** `at`: milliseconds, never going back. */
  line(standing: Standing, at: number): string {
    const [first] = this.past;
    if (first && (first.standing.phase !== standing.phase || first.standing.done > standing.done))
      this.past = [];
    this.past.push({ at, standing });
    // One from before the window stays, to measure from.
    while (this.past.length > 2 && (this.past[1]?.at ?? at) < at - windowMs) this.past.shift();
    const { phase, done, unit, share } = standing;
    const parts = [`${phase}: ${numbers.format(done)} ${unit}`];
    if (share !== null) parts.push(`${numbers.format(Math.floor(Math.min(1, Math.max(0, share)) * 100))}%`);
    const [from] = this.past;
    const seconds = from ? (at - from.at) / 1_000 : 0;
    if (from && seconds > 0) {
      const rate = (done - from.standing.done) / seconds;
      if (rate > 0) parts.push(`${numbers.format(rate)} ${unit}/s`);
      const gained =
        share === null || from.standing.share === null ? 0 : (share - from.standing.share) / seconds;
      if (share !== null && gained > 0 && share < 1) parts.push(`${duration((1 - share) / gained)} left`);
    }
    return parts.join(' · ');
  }
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${numbers.format(Math.floor(minutes / 60))} h ${minutes % 60} min`;
}
