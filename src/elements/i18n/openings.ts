/** The texts of the next open times, and of the way on from a day or a month that has none. */
export interface OpeningsMessages {
  readonly nextOpenTime: (dayAndTime: string) => string;
  readonly searching: string;
  readonly nextOpenTimes: string;
  readonly noNextTimes: string;
  readonly noTimesAtAll: string;
  readonly noTimesAtAllHelp: string;
  readonly showNextMonth: string;
}

export const openingsEnglish: OpeningsMessages = {
  nextOpenTime: (dayAndTime) => `Next open time: ${dayAndTime}`,
  searching: 'Looking for the next open time…',
  nextOpenTimes: 'Next open times',
  noNextTimes: 'None at the moment.',
  noTimesAtAll: 'No times are open at the moment.',
  noTimesAtAllHelp: 'New times may open later. You can look ahead month by month.',
  showNextMonth: 'Show next month',
};
