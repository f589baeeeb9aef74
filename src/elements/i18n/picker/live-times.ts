/** The texts of what happens to times while a page is open. */
export interface LiveTimesMessages {
  /** The chosen time is no longer open. Time and day arrive formatted. */
  readonly gone: (time: string, day: string) => string;
}

export const liveTimesEnglish: LiveTimesMessages = {
  gone: (time, day) => `${time} on ${day} is no longer open. Please choose another time.`,
};
