/** The options of an OAuth stand-in. */
export interface StandInOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}
