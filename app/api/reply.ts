/** An answer of another status than the usual one, as the operation's `also` has it. */
export class Reply<S extends number, T> {
  constructor(
    readonly status: S,
    readonly body: T,
  ) {}
}
