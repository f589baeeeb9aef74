import { plurals } from '../../../domain/language/plurals.ts';
import type { MailTexts } from '../mail-texts.ts';

const plural = plurals('ar');

/** The mails in Arabic. */
export const arabicMails: MailTexts = {
  someone: { client: 'أحد العملاء', coach: 'مدرّبك' },
  eventTitle: (who) => `جلسة مع ${who}`,
  calendarName: 'جلسات التدريب',
  hello: (name) => (name ? `مرحبًا ${name}،` : 'مرحبًا،'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `طلب جلسة: ${when} مع ${who}`,
        heading: () => 'وصل طلبك',
        intro: ({ who }) => `طلبت جلسة مع ${who}. تصلك رسالة أخرى عند تأكيدها.`,
      },
      confirmed: {
        subject: ({ when, who }) => `تأكدت: ${when} مع ${who}`,
        heading: () => 'تأكدت جلستك',
        intro: ({ who }) => `تُعقد جلستك مع ${who} كما هو مبيّن هنا.`,
      },
      moved: {
        subject: ({ when, who }) => `تغيّر الموعد إلى ${when}: جلسة مع ${who}`,
        heading: () => 'لجلستك موعد جديد',
        intro: ({ who, by }) => (by === 'reader' ? `غيّرت موعد جلستك مع ${who}.` : `تغيّر موعد جلستك مع ${who}.`),
      },
      cancelled: {
        subject: ({ when, who }) => `أُلغيت: ${when} مع ${who}`,
        heading: () => 'أُلغيت جلستك',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `ألغيت جلستك مع ${who}.`
            : by === 'other'
              ? `أُلغيت هذه الجلسة من جانب ${who}.`
              : `لن تُعقد هذه الجلسة مع ${who}.`,
      },
      reminder: {
        subject: ({ when, who }) => `تذكير: ${when} مع ${who}`,
        heading: ({ ahead }) => `بقي على بداية جلستك: ${ahead}`,
        intro: ({ who }) => `هذا ما يلزمك لجلستك مع ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `بعد جلستك في ${when} مع ${who}`,
        heading: ({ who }) => `كلمة من ${who}`,
        intro: ({ who, when }) => `شكرًا لك على جلستك مع ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `دُفع ${amount}: ${when} مع ${who}`,
        heading: () => 'وصل الدفع',
        intro: ({ who, amount }) => `دفعت ${amount} لجلستك مع ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `لم يتم الدفع: ${when} مع ${who}`,
        heading: () => 'لم يتم الدفع',
        intro: ({ who, amount }) =>
          `لم يتم دفع ${amount} لجلستك مع ${who}. لم يُخصم شيء. يمكن إعادة المحاولة ما دام الوقت محجوزًا لك مؤقتًا.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `أُعيد ${amount}: ${when} مع ${who}`,
        heading: ({ amount }) => `${amount} في الطريق إليك`,
        intro: ({ who, amount }) => `أُعيد ${amount} من جلستك مع ${who}. قد يحتاج مصرفك إلى بضعة أيام لإظهاره.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `طلب جديد: ${when} مع ${who}`,
        heading: () => 'طلب جلسة ينتظرك',
        intro: ({ who }) => `وصل طلب جلسة من ${who} وهو بانتظار ردك.`,
      },
      confirmed: {
        subject: ({ when, who }) => `تأكدت: ${when} مع ${who}`,
        heading: () => 'تأكدت جلسة',
        intro: ({ who }) => `حُجزت جلستك مع ${who}.`,
      },
      moved: {
        subject: ({ when, who }) => `تغيّر الموعد إلى ${when}: جلسة مع ${who}`,
        heading: () => 'لجلسة موعد جديد',
        intro: ({ who, by }) =>
          by === 'reader' ? `غيّرت موعد جلستك مع ${who}.` : `تغيّر موعد هذه الجلسة من جانب ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `أُلغيت: ${when} مع ${who}`,
        heading: () => 'أُلغيت جلسة',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `ألغيت هذه الجلسة مع ${who}.`
            : by === 'other'
              ? `أُلغيت هذه الجلسة من جانب ${who}.`
              : `لن تُعقد هذه الجلسة مع ${who}.`,
      },
      reminder: {
        subject: ({ when, who }) => `تذكير: ${when} مع ${who}`,
        heading: ({ ahead }) => `بقي على بداية جلستك: ${ahead}`,
        intro: ({ who }) => `لديك جلسة مع ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `دُفع ${amount}: ${when} مع ${who}`,
        heading: () => 'دُفع ثمن جلسة',
        intro: ({ who, amount }) => `وصل ${amount} من ${who}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `أُعيد ${amount}: ${when} مع ${who}`,
        heading: () => 'أُعيدت دفعة',
        intro: ({ who, amount }) => `أُعيد ${amount} إلى ${who}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'يُرجى تأكيد بريدك الإلكتروني',
      heading: () => 'هل هذا عنوانك؟',
      intro: () => 'أُنشئ حساب بهذا العنوان. يُرجى تأكيد أنه لك.',
      action: 'تأكيد العنوان',
    },
    reset_password: {
      subject: () => 'كلمة سر جديدة لحسابك',
      heading: () => 'اختيار كلمة سر جديدة',
      intro: ({ minutes }) => `طُلبت كلمة سر جديدة. يعمل الرابط مرة واحدة، ومدته بالدقائق: ${minutes}.`,
      action: 'اختيار كلمة سر جديدة',
    },
    account_exists: {
      subject: () => 'لديك حساب بالفعل',
      heading: () => 'لديك حساب بالفعل',
      intro: () =>
        'حاول أحدهم إنشاء حساب بهذا العنوان، وله حساب بالفعل. يُرجى تسجيل الدخول كالمعتاد، أو اختيار كلمة سر جديدة عند نسيانها.',
      action: 'اختيار كلمة سر جديدة',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `يجب إعادة ربط ${calendar}`,
      heading: ({ calendar }) => `لم يعد ${calendar} مرتبطًا`,
      intro: ({ calendar }) =>
        `لم يعد ${calendar} يسمح لنا بقراءة تقويمك والكتابة فيه. وإلى أن يُعاد ربطه لا تُضاف إليه الجلسات، وقد تُعرض أوقات مشغولة لديك.`,
      action: 'إعادة الربط',
    },
    new_link: {
      subject: () => 'الرابط الجديد إلى حجزك',
      heading: () => 'هذا رابطك الجديد',
      intro: () => 'طلبت رابطًا جديدًا لعرض حجزك أو تغييره أو إلغائه. لم تعد الروابط السابقة تعمل.',
      action: 'فتح الحجز',
    },
  },
  labels: {
    when: 'متى',
    before: 'قبل ذلك',
    session: 'الجلسة',
    with: 'مع',
    meeting: 'اللقاء',
    place: 'المكان',
    price: 'السعر',
    refund: 'المبلغ المعاد',
    reason: 'السبب',
    notes: 'ملاحظات',
    others: 'يشارك أيضًا',
  },
  noRefund: 'لا شيء: أُلغيت بعد الوقت الذي تسمح به قواعد المدرّب',
  minutes: (count) =>
    plural(count, (n) => ({
      zero: 'بلا دقائق',
      one: 'دقيقة واحدة',
      two: 'دقيقتان',
      few: `${n} دقائق`,
      many: `${n} دقيقة`,
      other: `${n} دقيقة`,
    })),
  manage: 'التغيير أو الإلغاء',
  answer: 'الرد على الطلب',
  open: 'فتح جلساتك',
  join: 'الانضمام إلى اللقاء',
  why: {
    client: 'وصلتك هذه الرسالة لأن الجلسة حُجزت بهذا العنوان.',
    coach: 'وصلتك هذه الرسالة لأن العملاء يمكنهم حجز جلسات معك.',
    account: 'وصلتك هذه الرسالة لأن هذا العنوان كُتب في موقعنا.',
  },
  notYou: 'إن لم يصدر ذلك منك فلا حاجة إلى فعل شيء.',
  unsubscribe: 'إيقاف التذكيرات',
  pages: {
    unsubscribe: {
      title: 'التذكيرات',
      question: 'إيقاف التذكيرات بجلساتك؟',
      button: 'إيقاف التذكيرات',
      done: 'تم: لن تصلك تذكيرات.',
    },
    confirm: {
      title: 'بريدك الإلكتروني',
      question: 'هل هذا العنوان لك؟ يُرجى تأكيده.',
      button: 'تأكيد العنوان',
      done: 'تم: تأكد العنوان. يمكن تسجيل الدخول به.',
    },
    password: {
      title: 'كلمة سر جديدة',
      question: 'يُرجى اختيار كلمة سر جديدة.',
      label: 'كلمة سر جديدة (8 أحرف على الأقل)',
      button: 'حفظ كلمة السر',
      done: 'تم: يمكن تسجيل الدخول بكلمة السر الجديدة.',
    },
    gone: {
      title: 'لم يعد هذا الرابط يعمل',
      gone: 'استُخدم من قبل أو مضى عليه وقت طويل. يمكن طلب رابط جديد من صفحة تسجيل الدخول.',
    },
  },
};
