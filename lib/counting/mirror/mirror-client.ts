import { type MirrorStatus, mirrorStatusSchema } from '@/lib/contracts/mirror';
import { type BoundQuestion, type Expression, type Predicate, packPredicates } from '@/rules-engine/index';
import {
  type BoundsAnswer,
  boundsAnswerSchema,
  type DistributionAnswer,
  distributionAnswerSchema,
  type MirrorAnswer,
  mirrorAnswerSchema,
} from './mirror-answer';
import type { MirrorRequest } from './mirror-request';

/** The mirror, wherever it runs. Everything rejects when it can't be reached. */
export abstract class MirrorClient {
  /** Brings a request to where the mirror is, and its answer back. */
  protected abstract ask(request: MirrorRequest, signal: AbortSignal): Promise<unknown>;

  async count(
    predicates: readonly Predicate[],
    withinMs: number,
    signal: AbortSignal,
  ): Promise<MirrorAnswer> {
    const packed = packPredicates(predicates);
    return mirrorAnswerSchema.parse(await this.ask({ kind: 'count', predicates: packed, withinMs }, signal));
  }

  async bounds(
    questions: readonly BoundQuestion[],
    withinMs: number,
    signal: AbortSignal,
  ): Promise<BoundsAnswer> {
    const predicates = packPredicates(
      questions.map(({ members }) => members),
      questions.map(({ value }) => value),
    );
    const tops = questions.map(({ n, direction }) => ({ n, direction }));
    return boundsAnswerSchema.parse(await this.ask({ kind: 'bounds', predicates, tops, withinMs }, signal));
  }

  async distribution(
    members: Predicate,
    value: Expression,
    at: readonly number[],
    withinMs: number,
    signal: AbortSignal,
  ): Promise<DistributionAnswer> {
    const predicates = packPredicates([members], [value]);
    const request = { kind: 'distribution' as const, predicates, at: [...at], withinMs };
    return distributionAnswerSchema.parse(await this.ask(request, signal));
  }

  async status(signal: AbortSignal): Promise<MirrorStatus> {
    return mirrorStatusSchema.parse(await this.ask({ kind: 'status' }, signal));
  }
}
