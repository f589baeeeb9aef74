import type { Weekday } from '../time/local-date.ts';
import { remember } from '../time/remember.ts';

interface WeekInfo {
  readonly firstDay?: number;
}

type LocaleWithWeek = Intl.Locale & { readonly weekInfo?: WeekInfo; getWeekInfo?(): WeekInfo };

// CLDR weekData, for engines without week info (Firefox): all other regions begin on Monday.
const SUNDAY =
  'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW';
const SATURDAY = 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY';

/** The weekday a week begins with where `locale` is spoken, Monday 1 to Sunday 7; Monday when the locale is unknown. */
export const firstWeekdayOf: (locale: string) => Weekday = remember(8, (locale) => {
  try {
    const known: LocaleWithWeek = new Intl.Locale(locale);
    const firstDay = known.getWeekInfo?.().firstDay ?? known.weekInfo?.firstDay;
    return isWeekday(firstDay) ? firstDay : firstWeekdayIn(known.maximize().region ?? '');
  } catch {
    return 1;
  }
});

/** The weekday a week begins with in a region (`US`), from the table above; else Monday. */
export function firstWeekdayIn(region: string): Weekday {
  if (region === 'MV') return 5;
  if (SUNDAY.split(' ').includes(region)) return 7;
  return SATURDAY.split(' ').includes(region) ? 6 : 1;
}

function isWeekday(day: number | undefined): day is Weekday {
  return day !== undefined && Number.isInteger(day) && day >= 1 && day <= 7;
}
