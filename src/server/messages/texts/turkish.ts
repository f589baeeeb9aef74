import type { MailTexts } from '../mail-texts.ts';

/** The mails in Turkish. */
export const turkishMails: MailTexts = {
  someone: { client: 'bir danışan', coach: 'koçunuz' },
  eventTitle: (who) => `${who} ile seans`,
  calendarName: 'Koçluk seansları',
  hello: (name) => (name ? `Merhaba ${name},` : 'Merhaba,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `İstek: ${who} ile ${when}`,
        heading: () => 'İsteğiniz ulaştı',
        intro: ({ who }) => `${who} ile bir seans istediniz. Onaylandığında size yeniden yazacağız.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Onaylandı: ${who} ile ${when}`,
        heading: () => 'Seansınız onaylandı',
        intro: ({ who }) => `${who} ile seansınız burada planlandığı gibi yapılacak.`,
      },
      moved: {
        subject: ({ when, who }) => `Yeni zaman ${when}: ${who} ile seans`,
        heading: () => 'Seansınızın zamanı değişti',
        intro: ({ who, by }) =>
          by === 'reader' ? `${who} ile seansınızı yeniden planladınız.` : `${who} ile seansınız yeniden planlandı.`,
      },
      cancelled: {
        subject: ({ when, who }) => `İptal edildi: ${who} ile ${when}`,
        heading: () => 'Seansınız iptal edildi',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who} ile seansınızı iptal ettiniz.`
            : by === 'other'
              ? `Bu seans ${who} tarafından iptal edildi.`
              : `${who} ile bu seans yapılmayacak.`,
      },
      reminder: {
        subject: ({ when, who }) => `Hatırlatma: ${who} ile ${when}`,
        heading: ({ ahead }) => `Seansınız ${ahead} sonra başlıyor`,
        intro: ({ who }) => `${who} ile seansınız için gerekenler burada.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Seansınızın ardından: ${who} ile ${when}`,
        heading: ({ who }) => `Size bir not: ${who}`,
        intro: ({ who, when }) => `${who} ile seansınız (${when}) için teşekkürler.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Ödendi: ${amount}, ${who} ile ${when}`,
        heading: () => 'Ödemeniz ulaştı',
        intro: ({ who, amount }) => `${who} ile seansınız için ${amount} ödediniz.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Ödeme başarısız: ${who} ile ${when}`,
        heading: () => 'Ödemeniz tamamlanamadı',
        intro: ({ who, amount }) =>
          `${who} ile seansınız için ${amount} ödemesi başarısız oldu. Ücret alınmadı. Zaman sizin için ayrılmışken tekrar deneyebilirsiniz.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `İade edildi: ${amount}, ${who} ile ${when}`,
        heading: ({ amount }) => `${amount} size iade ediliyor`,
        intro: ({ who, amount }) =>
          `${who} ile seansınız için ${amount} iade edildi. Bankanızda görünmesi birkaç gün sürebilir.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Yeni istek: ${who} ile ${when}`,
        heading: () => 'Bir seans isteği var',
        intro: ({ who }) => `${who} sizinle bir seans istiyor ve yanıtınızı bekliyor.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Onaylandı: ${who} ile ${when}`,
        heading: () => 'Bir seans onaylandı',
        intro: ({ who }) => `${who} ile seansınız ayırtıldı.`,
      },
      moved: {
        subject: ({ when, who }) => `Yeni zaman ${when}: ${who} ile seans`,
        heading: () => 'Bir seansın zamanı değişti',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who} ile seansınızı yeniden planladınız.`
            : `Bu seans ${who} tarafından yeniden planlandı.`,
      },
      cancelled: {
        subject: ({ when, who }) => `İptal edildi: ${who} ile ${when}`,
        heading: () => 'Bir seans iptal edildi',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who} ile bu seansı iptal ettiniz.`
            : by === 'other'
              ? `Bu seans ${who} tarafından iptal edildi.`
              : `${who} ile bu seans yapılmayacak.`,
      },
      reminder: {
        subject: ({ when, who }) => `Hatırlatma: ${who} ile ${when}`,
        heading: ({ ahead }) => `Seansınız ${ahead} sonra başlıyor`,
        intro: ({ who }) => `${who} ile bir seansınız var.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Ödendi: ${amount}, ${who} ile ${when}`,
        heading: () => 'Bir seans ödendi',
        intro: ({ who, amount }) => `Ödeyen: ${who}. Tutar: ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `İade edildi: ${amount}, ${who} ile ${when}`,
        heading: () => 'Bir ödeme iade edildi',
        intro: ({ who, amount }) => `İade alan: ${who}. Tutar: ${amount}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Lütfen e-posta adresinizi onaylayın',
      heading: () => 'Bu sizin adresiniz mi?',
      intro: () => 'Bu adresle bir hesap oluşturuldu. Size ait olduğunu onaylayın.',
      action: 'Adresi onayla',
    },
    reset_password: {
      subject: () => 'Hesabınız için yeni şifre',
      heading: () => 'Yeni şifre seçin',
      intro: ({ minutes }) => `Biri yeni bir şifre istedi. Bağlantı bir kez ve ${minutes} dakika boyunca çalışır.`,
      action: 'Yeni şifre seç',
    },
    account_exists: {
      subject: () => 'Zaten bir hesabınız var',
      heading: () => 'Zaten bir hesabınız var',
      intro: () =>
        'Biri bu adresle hesap oluşturmaya çalıştı, ancak bu adresle zaten bir hesap var. Her zamanki gibi giriş yapın; şifreyi hatırlamıyorsanız yenisini seçin.',
      action: 'Yeni şifre seç',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} yeniden bağlanmalı`,
      heading: ({ calendar }) => `${calendar} artık bağlı değil`,
      intro: ({ calendar }) =>
        `${calendar} takviminizi okumamıza ve takviminize yazmamıza artık izin vermiyor. Yeniden bağlayana kadar seanslar oraya eklenmez ve meşgul olduğunuz saatler sunulabilir.`,
      action: 'Yeniden bağla',
    },
    new_link: {
      subject: () => 'Rezervasyonunuz için yeni bağlantı',
      heading: () => 'Yeni bağlantınız burada',
      intro: () =>
        'Rezervasyonunuzu görmek, yeniden planlamak veya iptal etmek için yeni bir bağlantı istediniz. Önceki bağlantılar artık çalışmaz.',
      action: 'Rezervasyonu aç',
    },
  },
  labels: {
    when: 'Ne zaman',
    before: 'Önceki zaman',
    session: 'Seans',
    with: 'Kiminle',
    meeting: 'Görüşme',
    place: 'Yer',
    price: 'Fiyat',
    refund: 'İade',
    reason: 'Neden',
    notes: 'Notlar',
    others: 'Diğer katılımcılar',
  },
  noRefund: 'Yok: iptal, koçun kurallarının izin verdiğinden daha geç yapıldı',
  minutes: (count) => `${count} dakika`,
  manage: 'Yeniden planla veya iptal et',
  answer: 'İsteği yanıtla',
  open: 'Seanslarınızı açın',
  join: 'Görüşmeye katıl',
  why: {
    client: 'Bu e-postayı, seans bu adresle ayırtıldığı için alıyorsunuz.',
    coach: 'Bu e-postayı, danışanlar sizden seans ayırtabildiği için alıyorsunuz.',
    account: 'Bu e-postayı, bu adres sitemizde girildiği için alıyorsunuz.',
  },
  notYou: 'Bunu siz yapmadıysanız bir şey yapmanız gerekmez.',
  unsubscribe: 'Hatırlatmaları durdur',
  pages: {
    unsubscribe: {
      title: 'Hatırlatmalar',
      question: 'Seans hatırlatmalarını artık almak istemiyor musunuz?',
      button: 'Hatırlatmaları durdur',
      done: 'Tamam: artık hatırlatma almayacaksınız.',
    },
    confirm: {
      title: 'E-posta adresiniz',
      question: 'Bu adres size mi ait? Öyleyse onaylayın.',
      button: 'Adresi onayla',
      done: 'Tamam: adres onaylandı. Onunla giriş yapabilirsiniz.',
    },
    password: {
      title: 'Yeni şifre',
      question: 'Yeni bir şifre seçin.',
      label: 'Yeni şifre (en az 8 karakter)',
      button: 'Şifreyi kaydet',
      done: 'Tamam: yeni şifreyle giriş yapın.',
    },
    gone: {
      title: 'Bu bağlantı artık çalışmıyor',
      gone: 'Daha önce kullanılmış veya süresi geçmiş. Giriş yaptığınız yerden yeni bir bağlantı isteyin.',
    },
  },
};
