/** What the form says when somebody else booked the chosen slot; part of the group `form`. Days and times arrive formatted. */
export interface SlotTakenTexts {
  readonly takenTitle: string;
  readonly takenText: (day: string, time: string) => string;
  readonly takenSearching: string;
  readonly takenNearest: string;
  readonly takenNone: string;
  readonly allTimes: string;
}

export const slotTakenEnglish: SlotTakenTexts = {
  takenTitle: 'This time was just taken',
  takenText: (day, time) =>
    `Somebody else booked ${day}, ${time}. What you typed is kept. Choose another time to go on.`,
  takenSearching: 'Looking for times nearby…',
  takenNearest: 'Nearest open times',
  takenNone: 'No other times are open nearby.',
  allTimes: 'See all times',
};
