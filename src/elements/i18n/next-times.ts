import { type NextTimesListTexts, nextTimesListEnglish } from './parts/next-times-list.ts';

/** The texts of the next open times, and of the way to them from a day or a month that has none. */
export interface NextTimesMessages extends NextTimesListTexts {
  readonly nextOpenTime: (dayAndTime: string) => string;
  readonly searching: string;
  readonly noTimesAtAll: string;
  readonly noTimesAtAllHelp: string;
  readonly lookAgain: string;
}

export const nextTimesEnglish: NextTimesMessages = {
  ...nextTimesListEnglish,
  nextOpenTime: (dayAndTime) => `Next open time: ${dayAndTime}`,
  searching: 'Looking for the next open time…',
  noTimesAtAll: 'No times are open at the moment.',
  noTimesAtAllHelp: 'New times may open later.',
  lookAgain: 'Look again',
};
