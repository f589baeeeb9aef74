/** Who may sign in at a stand-in, and where it sends them back to. */
export interface StandInOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}
