/** The texts of the list of next open times. */
export interface NextTimesListTexts {
  readonly nextOpenTimes: string;
}

export const nextTimesListEnglish: NextTimesListTexts = { nextOpenTimes: 'Next open times' };
