import type { NextTimesMessages } from '../next-times.ts';

export const nextTimesListEnglish: Pick<NextTimesMessages, 'nextOpenTimes'> = { nextOpenTimes: 'Next open times' };
