import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('he');

/** Hebrew: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'תשלום לקביעת המועד',
    total: 'סך הכול',
    when: 'מתי',
    heldUntil: (time) => `שמור עבורך עד ${time}`,
    left: (clock) => `נותרו ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'המועד שמור לעוד דקה',
        two: 'המועד שמור לעוד שתי דקות',
        other: `המועד שמור לעוד ${n} דקות`,
      })),
    holdLonger: 'שמירה לזמן נוסף',
    pay: (amount) => `תשלום ${amount}`,
    opening: 'דף התשלום נפתח',
    otherTime: 'בחירת מועד אחר',
    notPaid: 'לא שולם',
    stillHeld: 'לא בוצע חיוב. המועד והפרטים שלך נשמרים כל עוד המועד שמור.',
    processing: 'התשלום שלך בטיפול',
    processingHelp: 'בדרך כלל זה לוקח כמה שניות. אין צורך להישאר בדף הזה.',
    later: 'עדיין לא קיבלנו עדכון על התשלום',
    laterHelp: 'ברגע שיגיע, הפגישה שלך תיקבע. אפשר לסגור את הדף.',
    lookAgain: 'בדיקה נוספת',
    expired: 'המועד כבר לא שמור',
    expiredHelp: 'הוא לא שולם בזמן ולא בוצע חיוב. ייתכן שהוא עדיין פנוי.',
    cancelled: 'הפגישה הזו בוטלה',
    returned: 'המועד נתפס לפני שהתשלום הגיע',
    returnedHelp: (amount) => `${amount} יוחזרו לכרטיס ששילמת בו בתוך כמה ימים.`,
    chooseAgain: 'בחירת מועד',
    paid: (amount) => `שולם: ${amount}`,
    failed: 'לא ניתן היה לפתוח את דף התשלום. לא בוצע חיוב. אפשר לנסות שוב בעוד רגע.',
    offline: 'אין חיבור לאינטרנט. לא בוצע חיוב.',
    notConfigured: 'על כך אפשר לשלם רק בפגישה.',
    unknown: 'לא ניתן היה לטעון את ההזמנה שלך',
    unknownHelp: 'אם שילמת, התשלום בטוח. יש לבדוק את החיבור לאינטרנט ולנסות שוב.',
    loading: 'ההזמנה שלך נטענת',
    tryAgain: 'ניסיון נוסף',
    refundFull: (until) => `ביטול עד ${until} מזכה בהחזר מלא.`,
    refundPart: (percent, until) => `לאחר מכן ${percent}% עד ${until}.`,
    refundNone: 'על ביטול מאוחר יותר אין החזר.',
  },
  sessionTypes: {
    title: 'איזו פגישה לקבוע?',
    minutes: (count) => `${count} דק׳`,
    free: 'חינם',
    payAtSession: 'תשלום בפגישה',
    confirmedByCoach: 'באישור המאמן',
    place: { video: 'שיחת וידאו', phone: 'טלפון', place: 'פנים אל פנים', link: 'אונליין' },
    allBack: (span) => (span ? `ביטול עד ${span} לפני ההתחלה מזכה בהחזר מלא.` : 'ביטול לפני ההתחלה מזכה בהחזר מלא.'),
    partBack: (percent, span) => (span ? `עד ${span} לפני: ${percent}%.` : `לאחר מכן ${percent}%.`),
    change: 'שינוי',
    loading: 'האפשרויות נטענות',
    failed: 'לא ניתן היה לטעון את האפשרויות. יש לבדוק את החיבור לאינטרנט ולנסות שוב.',
    tryAgain: 'ניסיון נוסף',
    none: 'אין כרגע מה לקבוע.',
  },
};
