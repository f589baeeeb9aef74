import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('ar');

/** Arabic: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'الدفع لحجز هذا الوقت',
    total: 'الإجمالي',
    when: 'متى',
    heldUntil: (time) => `محجوز لك مؤقتًا حتى ${time}`,
    left: (clock) => `بقي ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        zero: 'انتهى الحجز المؤقت',
        one: 'يبقى الوقت محجوزًا دقيقة واحدة',
        two: 'يبقى الوقت محجوزًا دقيقتين',
        few: `يبقى الوقت محجوزًا ${n} دقائق`,
        many: `يبقى الوقت محجوزًا ${n} دقيقة`,
        other: `يبقى الوقت محجوزًا ${n} دقيقة`,
      })),
    holdLonger: 'تمديد الحجز المؤقت',
    pay: (amount) => `دفع ${amount}`,
    opening: 'يجري فتح صفحة الدفع',
    otherTime: 'اختيار وقت آخر',
    notPaid: 'لم يُدفع',
    stillHeld: 'لم يُخصم شيء. يبقى وقتك وبياناتك محفوظين حتى انتهاء الحجز المؤقت.',
    processing: 'تجري معالجة الدفع',
    processingHelp: 'يستغرق ذلك عادة بضع ثوانٍ. لا حاجة إلى البقاء في هذه الصفحة.',
    later: 'لم يصلنا خبر عن الدفع بعد',
    laterHelp: 'تُحجز جلستك فور وصوله. يمكن إغلاق هذه الصفحة.',
    lookAgain: 'التحقق مجددًا',
    expired: 'لم يعد الوقت محجوزًا لك',
    expiredHelp: 'لم يُدفع في الوقت المحدد ولم يُخصم شيء. ربما لا يزال متاحًا.',
    cancelled: 'أُلغيت هذه الجلسة',
    returned: 'أُعطي الوقت لغيرك قبل وصول الدفع',
    returnedHelp: (amount) => `يُعاد ${amount} خلال بضعة أيام إلى البطاقة التي دُفع بها.`,
    chooseAgain: 'اختيار وقت',
    paid: (amount) => `دُفع ${amount}`,
    failed: 'تعذّر فتح صفحة الدفع. لم يُخصم شيء. يُرجى إعادة المحاولة بعد قليل.',
    offline: 'لا اتصال بالإنترنت. لم يُخصم شيء.',
    notConfigured: 'لا يمكن دفعه إلا عند الجلسة.',
    unknown: 'تعذّر تحميل حجزك',
    unknownHelp: 'إن كان قد دُفع فالمبلغ في أمان. يُرجى التحقق من الاتصال بالإنترنت ثم إعادة المحاولة.',
    loading: 'يجري تحميل حجزك',
    tryAgain: 'إعادة المحاولة',
    refundFull: (until) => `عند الإلغاء حتى ${until} يُعاد كل المبلغ.`,
    refundPart: (percent, until) => `بعد ذلك ${percent}% حتى ${until}.`,
    refundNone: 'لا يُعاد شيء عند الإلغاء بعد ذلك.',
  },
  sessionTypes: {
    title: 'اختيار نوع الجلسة',
    minutes: (count) => `${count} د`,
    free: 'مجانًا',
    payAtSession: 'الدفع عند الجلسة',
    confirmedByCoach: 'يؤكّدها المدرّب',
    place: { video: 'مكالمة فيديو', phone: 'الهاتف', place: 'حضوريًا', link: 'عبر الإنترنت' },
    allBack: (span) =>
      span
        ? `يُعاد كل المبلغ عند الإلغاء قبل البداية بما لا يقل عن: ${span}.`
        : 'يُعاد كل المبلغ عند الإلغاء قبل البداية.',
    partBack: (percent, span) => (span ? `${percent}% قبلها بما لا يقل عن: ${span}.` : `بعد ذلك ${percent}%.`),
    change: 'تغيير',
    loading: 'يجري تحميل ما يمكن حجزه',
    failed: 'تعذّر تحميل ما يمكن حجزه. يُرجى التحقق من الاتصال بالإنترنت ثم إعادة المحاولة.',
    tryAgain: 'إعادة المحاولة',
    none: 'لا شيء يمكن حجزه حاليًا.',
  },
};
