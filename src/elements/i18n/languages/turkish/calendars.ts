import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('tr');

/** Turkish: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> için gerekli: ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> bu sayfayla aynı kökende bir adres olmalı.`,
    title: 'Takvimleriniz',
    intro: {
      client: 'Bir takvim bağlayın, onaylanan seanslarınız orada görünsün.',
      coach: 'Bir takvim bağlayın, onaylanan seanslar orada görünsün. Orada meşgul olduğunuz saatler artık sunulmaz.',
    },
    provider: { google: 'Google Takvim', outlook: 'Outlook' },
    loading: 'Takvimleriniz yükleniyor',
    signIn: 'Takviminizi bağlamak için giriş yapın.',
    signInToFinish: (provider) => `${provider} bağlantısını tamamlamak için bir kez daha giriş yapın.`,
    signInElsewhere: 'Takviminizi bağlamak için bu sayfada giriş yapın.',
    unsupported: 'Bu hizmet takvim bağlamıyor.',
    noneConfigured: 'Google Takvim ve Outlook burada bağlanamaz: bunlar hizmette ayarlanmamış.',
    notConfigured: 'Burada bağlanamaz: bu, hizmette ayarlanmamış.',
    notConnected: 'Bağlı değil',
    connected: 'Bağlı',
    connectedAs: (account) => `Bağlı hesap: ${account}`,
    reconnectNeeded: 'Yeniden bağlanmalı',
    lastSync: (dayAndTime) => `Son güncelleme: ${dayAndTime}`,
    neverSynced: 'Bundan sonra seanslar onaylandıkça buraya eklenir.',
    lastError: (detail) => `Son güncelleme başarısız oldu: ${detail}`,
    connect: 'Bağla',
    reconnect: 'Yeniden bağla',
    disconnect: 'Bağlantıyı kes',
    about: (act, provider) => `${act}: ${provider}`,
    opening: 'Açılıyor…',
    openingWindow: (provider) => `${provider} açılıyor…`,
    waiting: (provider) => `${provider} penceresinde devam edin.`,
    showWindow: 'Pencereyi göster',
    stopWaiting: 'Durdur',
    finishing: 'Bağlanıyor…',
    disconnecting: 'Bağlantı kesiliyor…',
    disconnectQuestion: (provider) => `${provider} bağlantısı kesilsin mi?`,
    disconnectMeans: {
      client: 'İçindeki seanslar orada kalır. Sonraki değişiklikler artık oraya ulaşmaz.',
      coach:
        'İçindeki seanslar orada kalır. Sonraki değişiklikler artık oraya ulaşmaz ve orada meşgul olduğunuz saatler yeniden sunulur.',
    },
    keep: 'Vazgeç',
    nowConnected: (provider) => `${provider} bağlandı.`,
    nowDisconnected: (provider) => `${provider} bağlantısı kesildi.`,
    failure: {
      denied: (provider) => `Erişime izin verilmediği için ${provider} bağlanmadı. İzin vermek için yeniden bağlayın.`,
      closed: (provider) => `Pencere kapatıldığı için ${provider} bağlanmadı. Devam etmek için yeniden bağlayın.`,
      late: (provider) => `Yanıt çok geç geldiği için ${provider} bağlanmadı. Yeniden bağlayın.`,
      blocked: (provider) =>
        `Tarayıcı ${provider} penceresini engelledi. Bu sayfa için açılır pencerelere izin verip yeniden bağlayın.`,
      refused: (provider) => `${provider} bağlantıya izin vermedi. Tekrar deneyin.`,
    },
    redirectNotAllowed: (address) =>
      `Hizmet bu sayfayı tanımıyor. Hizmeti işletenin şu adrese dönüş adresi olarak izin vermesi gerekir: ${address}`,
    problems: {
      offline: 'Hizmete ulaşılamadı. İnternet bağlantınızı kontrol edip tekrar deneyin.',
      timeout: 'Zamanında yanıt gelmedi. Tekrar deneyin.',
      'rate-limited': 'Çok fazla istek gönderildi. Biraz bekleyip tekrar deneyin.',
      server: 'Hizmette bir sorun var. Birazdan tekrar deneyin.',
      unreadable: 'Hizmetin yanıtı okunamadı. Daha sonra tekrar deneyin.',
    },
    tryAgain: 'Tekrar dene',
    dismiss: 'Kapat',
    feedTitle: 'Diğer takvimler',
    feedHelp: 'Takvim uygulamanızda bu adrese abone olun. Kendiliğinden güncel kalır.',
    feedAddress: 'Özel adresiniz',
    feedSecret: 'Bu adrese sahip olan herkes seanslarınızı okuyabilir. Kimseyle paylaşmayın.',
    copy: 'Kopyala',
    copied: 'Kopyalandı',
    copyByHand: 'Adres seçili: klavyeyle kopyalayın.',
    openFeed: 'Takvim uygulamasında aç',
    reset: 'Özel adresi değiştir',
    resetQuestion: 'Özel adres değiştirilsin mi?',
    resetMeans: 'Şu anki adres hemen geçersiz olur. Ona abone olan takvimler yenisine ihtiyaç duyar.',
    resetNow: 'Şimdi değiştir',
    resetting: 'Değiştiriliyor…',
    wasReset: 'Adres değiştirildi. Eskisi artık geçerli değil.',
    feedFailed: 'Adres yüklenemedi.',
    handingOver: 'Bağlanıyor…',
    handedOver: 'Tamam. Bu pencereyi kapatabilirsiniz.',
  },
  visitorCalendar: {
    compare: 'Takviminizle karşılaştır',
    another: 'Başka bir takvimle karşılaştır',
    title: 'Takviminizle karşılaştır',
    help: 'Başka bir işinizin olduğu saatler işaretlenir.',
    choose: 'Takvim dosyası seç',
    dropHere: 'Dosyayı buraya bırakın',
    orDrop: 'Takviminizden dışa aktarılmış bir .ics dosyası. Buraya da bırakabilirsiniz.',
    stays: 'Bu sayfada okunur ve hiçbir yere gönderilmez.',
    reading: (name) => `${name} okunuyor…`,
    stop: 'Okumayı durdur',
    failed: {
      'not-a-calendar': (name) =>
        `${name} bir takvim dosyası değil. Takviminizi .ics dosyası olarak dışa aktarıp onu seçin.`,
      'too-large': (name) => `${name} 20 MB’tan büyük. Daha kısa bir dönemi dışa aktarın.`,
      'too-slow': (name) => `${name} dosyasını okumak çok uzun sürüyor. Daha kısa bir dönemi dışa aktarın.`,
      unreadable: (name) => `${name} okunamadı. Yeniden seçin.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'İçindeki bir etkinlik okunamadı ve karşılaştırılmıyor.',
        other: `İçindeki ${n} etkinlik okunamadı ve karşılaştırılmıyor.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'İçindeki bir etkinliğin saat dilimi burada bilinmiyor: saati yanlış olabilir.',
        other: `İçindeki ${n} etkinliğin saat dilimi burada bilinmiyor: saatleri yanlış olabilir.`,
      })),
    connected: 'bağlı takvimleriniz',
    useConnected: 'Bağlı takvimlerinizi kullan',
    connect: 'Google veya Outlook’u bağla',
    loading: 'Takvimlerinize bakılıyor…',
    accountFailed: 'Takvimlerinize bakılamadı. Tekrar deneyin.',
    unsupported: 'Bağlı takvimler burada karşılaştırılamaz. Bunun yerine bir dosya seçin.',
    busy: 'Meşgulsünüz',
    clashes: (count, of) =>
      count === 0
        ? 'Bu saatlerde başka bir işiniz yok.'
        : `Bu ${of} saatten ${count} tanesinde başka bir işiniz var. Yine de seçebilirsiniz.`,
    from: (name) => `Karşılaştırılan: ${name}`,
    remove: (name) => `Karşılaştırmayı bırak: ${name}`,
    removed: 'Artık karşılaştırılmıyor.',
    close: 'Kapat',
  },
};
