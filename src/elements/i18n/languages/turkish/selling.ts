import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('tr');

/** Turkish: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Bu zamanı ayırtmak için ödeyin',
    total: 'Toplam',
    when: 'Ne zaman',
    heldUntil: (time) => `Saat ${time} olana kadar sizin için ayrıldı`,
    left: (clock) => `${clock} kaldı`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'Bu zaman bir dakika daha sizin için ayrılmış durumda',
        other: `Bu zaman ${n} dakika daha sizin için ayrılmış durumda`,
      })),
    holdLonger: 'Daha uzun ayır',
    pay: (amount) => `${amount} öde`,
    opening: 'Ödeme sayfası açılıyor',
    otherTime: 'Başka bir zaman seç',
    notPaid: 'Ödenmedi',
    stillHeld: 'Ücret alınmadı. Ayrılma süresi bitene kadar zamanınız ve bilgileriniz duruyor.',
    processing: 'Ödemeniz işleniyor',
    processingHelp: 'Bu genellikle birkaç saniye sürer. Bu sayfada kalmanız gerekmez.',
    later: 'Ödeme henüz bize ulaşmadı',
    laterHelp: 'Gelir gelmez seansınız ayırtılır. Bu sayfayı kapatabilirsiniz.',
    lookAgain: 'Tekrar bak',
    expired: 'Bu zaman artık ayrılmış değil',
    expiredHelp: 'Zamanında ödenmedi ve ücret alınmadı. Hâlâ uygun olabilir.',
    cancelled: 'Bu seans iptal edildi',
    returned: 'Ödeme gelmeden önce bu zaman başkasına verildi',
    returnedHelp: (amount) => `${amount} birkaç gün içinde ödeme yaptığınız karta iade edilir.`,
    chooseAgain: 'Zaman seç',
    paid: (amount) => `Ödendi: ${amount}`,
    failed: 'Ödeme sayfası açılamadı. Ücret alınmadı. Birazdan tekrar deneyin.',
    offline: 'Çevrimdışısınız. Ücret alınmadı.',
    notConfigured: 'Bu yalnızca seansta ödenebilir.',
    unknown: 'Rezervasyonunuz yüklenemedi',
    unknownHelp: 'Ödediyseniz ödemeniz güvende. İnternet bağlantınızı kontrol edip tekrar deneyin.',
    loading: 'Rezervasyonunuz yükleniyor',
    tryAgain: 'Tekrar dene',
    refundFull: (until) => `Tamamı iade edilir; iptal için son zaman: ${until}.`,
    refundPart: (percent, until) => `Sonrasında %${percent} iade edilir; son zaman: ${until}.`,
    refundNone: 'Daha geç iptallerde iade yapılmaz.',
  },
  sessionTypes: {
    title: 'Ne ayırtmak istersiniz?',
    minutes: (count) => `${count} dk.`,
    free: 'Ücretsiz',
    payAtSession: 'Ödeme seansta',
    confirmedByCoach: 'Koç onaylar',
    place: { video: 'Görüntülü görüşme', phone: 'Telefon', place: 'Yüz yüze', link: 'Çevrimiçi' },
    allBack: (span) =>
      span
        ? `Başlangıçtan ${span} öncesine kadar iptal ederseniz tamamı iade edilir.`
        : 'Başlangıçtan önce iptal ederseniz tamamı iade edilir.',
    partBack: (percent, span) => (span ? `${span} öncesine kadar %${percent}.` : `Sonrasında %${percent}.`),
    change: 'Değiştir',
    loading: 'Seçenekler yükleniyor',
    failed: 'Seçenekler yüklenemedi. İnternet bağlantınızı kontrol edip tekrar deneyin.',
    tryAgain: 'Tekrar dene',
    none: 'Şu anda ayırtılabilecek bir şey yok.',
  },
};
