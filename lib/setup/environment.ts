/** Environment variables by name; an absent one and an undefined one are the same. */
export type Environment = Readonly<Record<string, string | undefined>>;
