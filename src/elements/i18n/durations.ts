/** The texts of the choice of a session length. Prices arrive formatted. */
export interface DurationsMessages {
  readonly duration: string;
  readonly minutes: (count: number) => string;
  readonly free: string;
}

export const durationsEnglish: DurationsMessages = {
  duration: 'Length of the session',
  minutes: (count) => `${count} min`,
  free: 'Free',
};
