import type { MailTexts } from '../mail-texts.ts';

const numbers = new Intl.NumberFormat('fa');

/** The mails in Persian. */
export const persianMails: MailTexts = {
  someone: { client: 'یک مراجع', coach: 'مربی شما' },
  eventTitle: (who) => `جلسه با ${who}`,
  calendarName: 'جلسه‌های مربیگری',
  hello: (name) => (name ? `سلام ${name}،` : 'سلام،'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `درخواست شد: ${when} با ${who}`,
        heading: () => 'درخواست شما رسید',
        intro: ({ who }) => `شما جلسه‌ای با ${who} درخواست کرده‌اید. پس از تأیید، ایمیل دیگری دریافت می‌کنید.`,
      },
      confirmed: {
        subject: ({ when, who }) => `تأیید شد: ${when} با ${who}`,
        heading: () => 'جلسهٔ شما تأیید شد',
        intro: ({ who }) => `جلسهٔ شما با ${who} همان‌طور که در اینجا آمده برگزار می‌شود.`,
      },
      moved: {
        subject: ({ when, who }) => `انتقال به ${when}: جلسه با ${who}`,
        heading: () => 'زمان جلسهٔ شما تغییر کرد',
        intro: ({ who, by }) =>
          by === 'reader' ? `زمان جلسهٔ خود با ${who} را تغییر دادید.` : `زمان جلسهٔ شما با ${who} تغییر کرد.`,
      },
      cancelled: {
        subject: ({ when, who }) => `لغو شد: ${when} با ${who}`,
        heading: () => 'جلسهٔ شما لغو شد',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `جلسهٔ خود با ${who} را لغو کردید.`
            : by === 'other'
              ? `${who} این جلسه را لغو کرد.`
              : `این جلسه با ${who} برگزار نمی‌شود.`,
      },
      reminder: {
        subject: ({ when, who }) => `یادآوری: ${when} با ${who}`,
        heading: ({ ahead }) => `جلسهٔ شما ${ahead} دیگر شروع می‌شود`,
        intro: ({ who }) => `آنچه برای جلسهٔ خود با ${who} لازم دارید در اینجا آمده است.`,
      },
      follow_up: {
        subject: ({ when, who }) => `پس از جلسهٔ شما در ${when} با ${who}`,
        heading: ({ who }) => `پیامی از ${who}`,
        intro: ({ who, when }) => `از شما برای جلسه با ${who} (${when}) سپاسگزاریم.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `پرداخت شد: ${amount} برای ${when} با ${who}`,
        heading: () => 'پرداخت شما رسید',
        intro: ({ who, amount }) => `شما ${amount} برای جلسهٔ خود با ${who} پرداخت کردید.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `پرداخت ناموفق: ${when} با ${who}`,
        heading: () => 'پرداخت شما انجام نشد',
        intro: ({ who, amount }) =>
          `پرداخت ${amount} برای جلسهٔ شما با ${who} ناموفق بود. مبلغی برداشت نشد. تا وقتی این زمان موقتاً برای شما رزرو است، می‌توانید دوباره امتحان کنید.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `بازپرداخت شد: ${amount} برای ${when} با ${who}`,
        heading: ({ amount }) => `${amount} در راه بازگشت به شماست`,
        intro: ({ who, amount }) =>
          `${amount} از هزینهٔ جلسهٔ شما با ${who} بازپرداخت شد. شاید چند روز طول بکشد تا بانک شما آن را نشان دهد.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `درخواست تازه: ${when} با ${who}`,
        heading: () => 'درخواست جلسه دارید',
        intro: ({ who }) => `${who} جلسه‌ای با شما درخواست کرده و در انتظار پاسخ شماست.`,
      },
      confirmed: {
        subject: ({ when, who }) => `تأیید شد: ${when} با ${who}`,
        heading: () => 'یک جلسه تأیید شد',
        intro: ({ who }) => `جلسهٔ شما با ${who} رزرو شد.`,
      },
      moved: {
        subject: ({ when, who }) => `انتقال به ${when}: جلسه با ${who}`,
        heading: () => 'زمان یک جلسه تغییر کرد',
        intro: ({ who, by }) =>
          by === 'reader' ? `زمان جلسهٔ خود با ${who} را تغییر دادید.` : `${who} زمان این جلسه را تغییر داد.`,
      },
      cancelled: {
        subject: ({ when, who }) => `لغو شد: ${when} با ${who}`,
        heading: () => 'یک جلسه لغو شد',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `این جلسه با ${who} را لغو کردید.`
            : by === 'other'
              ? `${who} این جلسه را لغو کرد.`
              : `این جلسه با ${who} برگزار نمی‌شود.`,
      },
      reminder: {
        subject: ({ when, who }) => `یادآوری: ${when} با ${who}`,
        heading: ({ ahead }) => `جلسهٔ شما ${ahead} دیگر شروع می‌شود`,
        intro: ({ who }) => `جلسه‌ای با ${who} دارید.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `پرداخت شد: ${amount} برای ${when} با ${who}`,
        heading: () => 'هزینهٔ یک جلسه پرداخت شد',
        intro: ({ who, amount }) => `${who} مبلغ ${amount} پرداخت کرد.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `بازپرداخت شد: ${amount} برای ${when} با ${who}`,
        heading: () => 'مبلغی بازپرداخت شد',
        intro: ({ who, amount }) => `${amount} به ${who} بازگشت.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'لطفاً ایمیل خود را تأیید کنید',
      heading: () => 'این ایمیل شماست؟',
      intro: () => 'با این ایمیل حسابی ساخته شده است. تأیید کنید که از آنِ شماست.',
      action: 'تأیید ایمیل',
    },
    reset_password: {
      subject: () => 'گذرواژهٔ تازه برای حساب شما',
      heading: () => 'گذرواژهٔ تازه‌ای انتخاب کنید',
      intro: ({ minutes }) =>
        `گذرواژهٔ تازه‌ای درخواست شده است. پیوند یک بار و تا ${numbers.format(minutes)} دقیقه کار می‌کند.`,
      action: 'انتخاب گذرواژهٔ تازه',
    },
    account_exists: {
      subject: () => 'شما از پیش حساب دارید',
      heading: () => 'شما از پیش حساب دارید',
      intro: () =>
        'کسی خواسته با این ایمیل حساب بسازد، اما حسابی با آن وجود دارد. مانند همیشه وارد شوید؛ اگر گذرواژه را به یاد ندارید، گذرواژهٔ تازه‌ای انتخاب کنید.',
      action: 'انتخاب گذرواژهٔ تازه',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} باید دوباره متصل شود`,
      heading: ({ calendar }) => `${calendar} دیگر متصل نیست`,
      intro: ({ calendar }) =>
        `${calendar} دیگر اجازهٔ خواندن و نوشتن تقویم شما را به ما نمی‌دهد. تا دوباره آن را متصل نکنید، جلسه‌ها در آن ثبت نمی‌شوند و شاید زمان‌هایی که مشغول هستید ارائه شود.`,
      action: 'اتصال دوباره',
    },
    new_link: {
      subject: () => 'پیوند تازهٔ رزرو شما',
      heading: () => 'این پیوند تازهٔ شماست',
      intro: () => 'برای دیدن، تغییر زمان یا لغو رزرو خود پیوند تازه‌ای درخواست کردید. پیوندهای قبلی دیگر کار نمی‌کنند.',
      action: 'باز کردن رزرو',
    },
  },
  labels: {
    when: 'زمان',
    before: 'پیش از این',
    session: 'جلسه',
    with: 'با',
    meeting: 'دیدار',
    place: 'مکان',
    price: 'هزینه',
    refund: 'بازپرداخت',
    reason: 'دلیل',
    notes: 'توضیحات',
    others: 'همراهان',
  },
  noRefund: 'ندارد: دیرتر از مهلتی که قواعد مربی اجازه می‌دهد لغو شد',
  minutes: (count) => `${numbers.format(count)} دقیقه`,
  manage: 'تغییر زمان یا لغو',
  answer: 'پاسخ به درخواست',
  open: 'باز کردن جلسه‌های شما',
  join: 'پیوستن به دیدار',
  why: {
    client: 'این ایمیل را دریافت می‌کنید چون جلسه با این نشانی رزرو شده است.',
    coach: 'این ایمیل را دریافت می‌کنید چون مراجعان می‌توانند با شما جلسه رزرو کنند.',
    account: 'این ایمیل را دریافت می‌کنید چون این نشانی در سایت ما وارد شده است.',
  },
  notYou: 'اگر شما نبودید، لازم نیست کاری بکنید.',
  unsubscribe: 'توقف یادآوری‌ها',
  pages: {
    unsubscribe: {
      title: 'یادآوری‌ها',
      question: 'دیگر یادآوری جلسه‌های خود را نمی‌خواهید؟',
      button: 'توقف یادآوری‌ها',
      done: 'انجام شد: دیگر یادآوری دریافت نمی‌کنید.',
    },
    confirm: {
      title: 'ایمیل شما',
      question: 'این ایمیل از آنِ شماست؟ پس آن را تأیید کنید.',
      button: 'تأیید ایمیل',
      done: 'انجام شد: ایمیل تأیید شد. می‌توانید با آن وارد شوید.',
    },
    password: {
      title: 'گذرواژهٔ تازه',
      question: 'گذرواژهٔ تازه‌ای انتخاب کنید.',
      label: 'گذرواژهٔ تازه (دست‌کم ۸ نویسه)',
      button: 'ذخیرهٔ گذرواژه',
      done: 'انجام شد: با گذرواژهٔ تازه وارد شوید.',
    },
    gone: {
      title: 'این پیوند دیگر کار نمی‌کند',
      gone: 'پیش‌تر به کار رفته یا قدیمی شده است. از صفحهٔ ورود پیوند تازه‌ای درخواست کنید.',
    },
  },
};
