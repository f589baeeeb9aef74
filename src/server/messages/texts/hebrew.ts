import { plurals } from '../../../domain/language/plurals.ts';
import type { MailTexts } from '../mail-texts.ts';

const plural = plurals('he');

/** The mails in Hebrew. */
export const hebrewMails: MailTexts = {
  someone: { client: 'לקוח', coach: 'המאמן שלך' },
  eventTitle: (who) => `פגישה עם ${who}`,
  calendarName: 'פגישות אימון',
  hello: (name) => (name ? `שלום ${name},` : 'שלום,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `בקשה: ${when} עם ${who}`,
        heading: () => 'הבקשה שלך התקבלה',
        intro: ({ who }) => `ביקשת פגישה עם ${who}. אימייל נוסף יישלח כשהיא תאושר.`,
      },
      confirmed: {
        subject: ({ when, who }) => `אושרה: ${when} עם ${who}`,
        heading: () => 'הפגישה שלך אושרה',
        intro: ({ who }) => `הפגישה שלך עם ${who} תתקיים כמתוכנן כאן.`,
      },
      moved: {
        subject: ({ when, who }) => `מועד חדש, ${when}: פגישה עם ${who}`,
        heading: () => 'לפגישה שלך יש מועד חדש',
        intro: ({ who, by }) =>
          by === 'reader' ? `שינית את מועד הפגישה שלך עם ${who}.` : `המועד של הפגישה שלך עם ${who} שונה.`,
      },
      cancelled: {
        subject: ({ when, who }) => `בוטלה: ${when} עם ${who}`,
        heading: () => 'הפגישה שלך בוטלה',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `ביטלת את הפגישה שלך עם ${who}.`
            : by === 'other'
              ? `הפגישה הזו בוטלה על ידי ${who}.`
              : `הפגישה הזו עם ${who} לא תתקיים.`,
      },
      reminder: {
        subject: ({ when, who }) => `תזכורת: ${when} עם ${who}`,
        heading: ({ ahead }) => `הפגישה שלך מתחילה בעוד ${ahead}`,
        intro: ({ who }) => `זה מה שצריך לפגישה שלך עם ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `אחרי הפגישה שלך: ${when} עם ${who}`,
        heading: ({ who }) => `כמה מילים מאת ${who}`,
        intro: ({ who, when }) => `תודה על הפגישה עם ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `שולם: ${amount} עבור ${when} עם ${who}`,
        heading: () => 'התשלום שלך התקבל',
        intro: ({ who, amount }) => `שילמת ${amount} עבור הפגישה שלך עם ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `התשלום נכשל: ${when} עם ${who}`,
        heading: () => 'התשלום שלך לא הושלם',
        intro: ({ who, amount }) =>
          `התשלום בסך ${amount} עבור הפגישה שלך עם ${who} נכשל. לא בוצע חיוב. אפשר לנסות שוב כל עוד המועד שמור עבורך.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `הוחזר: ${amount} עבור ${when} עם ${who}`,
        heading: ({ amount }) => `${amount} בדרך חזרה אליך`,
        intro: ({ who, amount }) =>
          `בוצע החזר של ${amount} עבור הפגישה שלך עם ${who}. ייתכן שיעברו כמה ימים עד שיופיע בבנק.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `בקשה חדשה: ${when} עם ${who}`,
        heading: () => 'התקבלה בקשה לפגישה',
        intro: ({ who }) => `התקבלה בקשה לפגישה מאת ${who}, והיא ממתינה לתשובתך.`,
      },
      confirmed: {
        subject: ({ when, who }) => `אושרה: ${when} עם ${who}`,
        heading: () => 'פגישה אושרה',
        intro: ({ who }) => `הפגישה שלך עם ${who} נקבעה.`,
      },
      moved: {
        subject: ({ when, who }) => `מועד חדש, ${when}: פגישה עם ${who}`,
        heading: () => 'לפגישה יש מועד חדש',
        intro: ({ who, by }) =>
          by === 'reader' ? `שינית את מועד הפגישה שלך עם ${who}.` : `מועד הפגישה שונה על ידי ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `בוטלה: ${when} עם ${who}`,
        heading: () => 'פגישה בוטלה',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `ביטלת את הפגישה הזו עם ${who}.`
            : by === 'other'
              ? `הפגישה הזו בוטלה על ידי ${who}.`
              : `הפגישה הזו עם ${who} לא תתקיים.`,
      },
      reminder: {
        subject: ({ when, who }) => `תזכורת: ${when} עם ${who}`,
        heading: ({ ahead }) => `הפגישה שלך מתחילה בעוד ${ahead}`,
        intro: ({ who }) => `יש לך פגישה עם ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `שולם: ${amount} עבור ${when} עם ${who}`,
        heading: () => 'התקבל תשלום על פגישה',
        intro: ({ who, amount }) => `התקבל תשלום מאת ${who}: ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `הוחזר: ${amount} עבור ${when} עם ${who}`,
        heading: () => 'תשלום הוחזר',
        intro: ({ who, amount }) => `החזר אל ${who}: ${amount}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'נא לאשר את כתובת האימייל שלך',
      heading: () => 'זו הכתובת שלך?',
      intro: () => 'נוצר חשבון עם הכתובת הזו. נא לאשר שהיא שלך.',
      action: 'אישור הכתובת',
    },
    reset_password: {
      subject: () => 'סיסמה חדשה לחשבון שלך',
      heading: () => 'בחירת סיסמה חדשה',
      intro: ({ minutes }) => `התקבלה בקשה לסיסמה חדשה. הקישור פועל פעם אחת, במשך ${minutes} דקות.`,
      action: 'בחירת סיסמה חדשה',
    },
    account_exists: {
      subject: () => 'כבר יש לך חשבון',
      heading: () => 'כבר יש לך חשבון',
      intro: () =>
        'מישהו ניסה ליצור חשבון עם הכתובת הזו, וכבר קיים חשבון כזה. אפשר להיכנס כרגיל; אם הסיסמה נשכחה, אפשר לבחור חדשה.',
      action: 'בחירת סיסמה חדשה',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `נדרש חיבור מחדש: ${calendar}`,
      heading: ({ calendar }) => `כבר לא מחובר: ${calendar}`,
      intro: ({ calendar }) =>
        `אין לנו עוד גישה לקרוא ולכתוב ביומן שלך אצל ${calendar}. עד לחיבור מחדש פגישות לא ייכנסו אליו, וייתכן שיוצעו מועדים שתפוסים אצלך.`,
      action: 'חיבור מחדש',
    },
    new_link: {
      subject: () => 'הקישור החדש להזמנה שלך',
      heading: () => 'הנה הקישור החדש שלך',
      intro: () => 'ביקשת קישור חדש כדי לראות את ההזמנה שלך, לשנות את המועד או לבטל. קישורים קודמים כבר לא פועלים.',
      action: 'פתיחת ההזמנה',
    },
  },
  labels: {
    when: 'מתי',
    before: 'קודם לכן',
    session: 'פגישה',
    with: 'עם',
    meeting: 'שיחה',
    place: 'מקום',
    price: 'מחיר',
    refund: 'החזר',
    reason: 'סיבה',
    notes: 'הערות',
    others: 'משתתפים נוספים',
  },
  noRefund: 'אין: הביטול נעשה מאוחר ממה שמאפשרים כללי המאמן',
  minutes: (count) => plural(count, (n) => ({ one: 'דקה אחת', two: 'שתי דקות', other: `${n} דקות` })),
  manage: 'שינוי מועד או ביטול',
  answer: 'מענה לבקשה',
  open: 'פתיחת הפגישות שלך',
  join: 'הצטרפות לשיחה',
  why: {
    client: 'האימייל הזה נשלח אליך כי הפגישה נקבעה עם הכתובת הזו.',
    coach: 'האימייל הזה נשלח אליך כי לקוחות יכולים לקבוע איתך פגישות.',
    account: 'האימייל הזה נשלח אליך כי הכתובת הזו הוזנה באתר שלנו.',
  },
  notYou: 'אם זה לא היה ביוזמתך, אין צורך לעשות דבר.',
  unsubscribe: 'הפסקת התזכורות',
  pages: {
    unsubscribe: {
      title: 'תזכורות',
      question: 'להפסיק לשלוח אליך תזכורות על הפגישות שלך?',
      button: 'הפסקת התזכורות',
      done: 'בוצע: לא יישלחו אליך עוד תזכורות.',
    },
    confirm: {
      title: 'כתובת האימייל שלך',
      question: 'הכתובת הזו שלך? אם כן, נא לאשר אותה.',
      button: 'אישור הכתובת',
      done: 'בוצע: הכתובת אושרה. אפשר להיכנס איתה.',
    },
    password: {
      title: 'סיסמה חדשה',
      question: 'יש לבחור סיסמה חדשה.',
      label: 'סיסמה חדשה (לפחות 8 תווים)',
      button: 'שמירת הסיסמה',
      done: 'בוצע: אפשר להיכנס עם הסיסמה החדשה.',
    },
    gone: {
      title: 'הקישור הזה כבר לא פועל',
      gone: 'הוא כבר שימש, או שהוא ישן מדי. אפשר לבקש קישור חדש בדף הכניסה לחשבון.',
    },
  },
};
