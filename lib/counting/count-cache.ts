/**
 * Answers that hold as long as the data doesn't change: those of one watermark. Questions are named by the ids of what
 * they ask about, which are the same for equal predicates (the engine interns them).
 */
export class CountCache<V> {
  private watermark = '';
  private readonly answers = new Map<string, V>();

  /** `limit`: answers kept; beyond, the ones not used for longest go. */
  constructor(private readonly limit: number) {}

  get(watermark: string, question: string): V | undefined {
    if (watermark !== this.watermark) return undefined;
    const answer = this.answers.get(question);
    if (answer === undefined) return undefined;
    this.answers.delete(question);
    this.answers.set(question, answer);
    return answer;
  }

  set(watermark: string, question: string, answer: V): void {
    if (watermark !== this.watermark) {
      this.answers.clear();
      this.watermark = watermark;
    }
    this.answers.set(question, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > this.limit && oldest !== undefined) this.answers.delete(oldest);
  }
}
