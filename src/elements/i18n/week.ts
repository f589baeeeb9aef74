/** The texts of the week strip. */
export interface WeekMessages {
  readonly previousWeek: string;
  readonly nextWeek: string;
  readonly wholeMonth: string;
}

export const weekEnglish: WeekMessages = {
  previousWeek: 'Previous week',
  nextWeek: 'Next week',
  wholeMonth: 'Show the whole month',
};
