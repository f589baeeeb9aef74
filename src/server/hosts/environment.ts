/** The variables that a command reads. */
export type Environment = Readonly<Record<string, string | undefined>>;
