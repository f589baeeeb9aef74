import type { MailTexts } from '../mail-texts.ts';

const numbers = new Intl.NumberFormat('hi');

/** The mails in Hindi. */
export const hindiMails: MailTexts = {
  someone: { client: 'एक क्लाइंट', coach: 'आपके कोच' },
  eventTitle: (who) => `${who} के साथ सेशन`,
  calendarName: 'कोचिंग सेशन',
  hello: (name) => (name ? `नमस्ते ${name},` : 'नमस्ते,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `अनुरोध: ${when}, ${who} के साथ`,
        heading: () => 'आपका अनुरोध मिल गया',
        intro: ({ who }) => `आपने ${who} के साथ सेशन का अनुरोध किया है। पुष्टि होने पर आपको एक और ईमेल मिलेगा।`,
      },
      confirmed: {
        subject: ({ when, who }) => `पुष्टि: ${when}, ${who} के साथ`,
        heading: () => 'आपके सेशन की पुष्टि हो गई',
        intro: ({ who }) => `${who} के साथ आपका सेशन यहाँ लिखे अनुसार होगा।`,
      },
      moved: {
        subject: ({ when, who }) => `नया समय ${when}: ${who} के साथ सेशन`,
        heading: () => 'आपके सेशन का समय बदल गया',
        intro: ({ who, by }) =>
          by === 'reader' ? `आपने ${who} के साथ अपने सेशन का समय बदला।` : `${who} के साथ आपके सेशन का समय बदला गया है।`,
      },
      cancelled: {
        subject: ({ when, who }) => `रद्द: ${when}, ${who} के साथ`,
        heading: () => 'आपका सेशन रद्द हो गया',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `आपने ${who} के साथ अपना सेशन रद्द किया।`
            : by === 'other'
              ? `${who} ने यह सेशन रद्द किया।`
              : `${who} के साथ यह सेशन नहीं होगा।`,
      },
      reminder: {
        subject: ({ when, who }) => `रिमाइंडर: ${when}, ${who} के साथ`,
        heading: ({ ahead }) => `आपका सेशन ${ahead} में शुरू होगा`,
        intro: ({ who }) => `${who} के साथ आपके सेशन के लिए ज़रूरी जानकारी यह है।`,
      },
      follow_up: {
        subject: ({ when, who }) => `${when} को ${who} के साथ आपके सेशन के बाद`,
        heading: ({ who }) => `${who} की ओर से कुछ शब्द`,
        intro: ({ who, when }) => `${who} के साथ सेशन (${when}) के लिए आपका धन्यवाद।`,
      },
      paid: {
        subject: ({ when, who, amount }) => `भुगतान हुआ: ${amount}, ${when}, ${who} के साथ`,
        heading: () => 'आपका भुगतान मिल गया',
        intro: ({ who, amount }) => `आपने ${who} के साथ अपने सेशन के लिए ${amount} का भुगतान किया।`,
      },
      payment_failed: {
        subject: ({ when, who }) => `भुगतान नहीं हुआ: ${when}, ${who} के साथ`,
        heading: () => 'आपका भुगतान नहीं हो सका',
        intro: ({ who, amount }) =>
          `${who} के साथ आपके सेशन के लिए ${amount} का भुगतान नहीं हो सका। कोई राशि नहीं काटी गई। जब तक यह समय आपके लिए होल्ड पर है, फिर कोशिश की जा सकती है।`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `रिफ़ंड: ${amount}, ${when}, ${who} के साथ`,
        heading: ({ amount }) => `${amount} का रिफ़ंड जारी है`,
        intro: ({ who, amount }) =>
          `${who} के साथ आपके सेशन के ${amount} का रिफ़ंड किया गया। आपके बैंक में दिखने में कुछ दिन लग सकते हैं।`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `नया अनुरोध: ${when}, ${who} के साथ`,
        heading: () => 'सेशन का एक अनुरोध आया है',
        intro: ({ who }) => `${who} का आपके साथ सेशन का अनुरोध है; उन्हें आपके जवाब का इंतज़ार है।`,
      },
      confirmed: {
        subject: ({ when, who }) => `पुष्टि: ${when}, ${who} के साथ`,
        heading: () => 'एक सेशन की पुष्टि हो गई',
        intro: ({ who }) => `${who} के साथ आपका सेशन बुक हो गया है।`,
      },
      moved: {
        subject: ({ when, who }) => `नया समय ${when}: ${who} के साथ सेशन`,
        heading: () => 'एक सेशन का समय बदल गया',
        intro: ({ who, by }) =>
          by === 'reader' ? `आपने ${who} के साथ अपने सेशन का समय बदला।` : `${who} ने इस सेशन का समय बदला।`,
      },
      cancelled: {
        subject: ({ when, who }) => `रद्द: ${when}, ${who} के साथ`,
        heading: () => 'एक सेशन रद्द हो गया',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `आपने ${who} के साथ यह सेशन रद्द किया।`
            : by === 'other'
              ? `${who} ने यह सेशन रद्द किया।`
              : `${who} के साथ यह सेशन नहीं होगा।`,
      },
      reminder: {
        subject: ({ when, who }) => `रिमाइंडर: ${when}, ${who} के साथ`,
        heading: ({ ahead }) => `आपका सेशन ${ahead} में शुरू होगा`,
        intro: ({ who }) => `${who} के साथ आपका सेशन है।`,
      },
      paid: {
        subject: ({ when, who, amount }) => `भुगतान हुआ: ${amount}, ${when}, ${who} के साथ`,
        heading: () => 'एक सेशन का भुगतान हुआ',
        intro: ({ who, amount }) => `${who} ने ${amount} का भुगतान किया।`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `रिफ़ंड: ${amount}, ${when}, ${who} के साथ`,
        heading: () => 'एक भुगतान का रिफ़ंड हुआ',
        intro: ({ who, amount }) => `${who} को ${amount} लौटाए गए।`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'कृपया अपने ईमेल की पुष्टि करें',
      heading: () => 'क्या यह आपका ईमेल है?',
      intro: () => 'इस ईमेल से एक खाता बनाया गया है। पुष्टि करें कि यह आपका है।',
      action: 'ईमेल की पुष्टि करें',
    },
    reset_password: {
      subject: () => 'आपके खाते का नया पासवर्ड',
      heading: () => 'नया पासवर्ड चुनें',
      intro: ({ minutes }) =>
        `नए पासवर्ड का अनुरोध किया गया है। यह लिंक एक बार और ${numbers.format(minutes)} मिनट तक काम करेगा।`,
      action: 'नया पासवर्ड चुनें',
    },
    account_exists: {
      subject: () => 'आपका खाता पहले से है',
      heading: () => 'आपका खाता पहले से है',
      intro: () =>
        'किसी ने इस ईमेल से खाता बनाने की कोशिश की, लेकिन इसका खाता पहले से है। हमेशा की तरह साइन इन करें; पासवर्ड याद न हो तो नया चुनें।',
      action: 'नया पासवर्ड चुनें',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} को फिर जोड़ना होगा`,
      heading: ({ calendar }) => `${calendar} अब जुड़ा नहीं है`,
      intro: ({ calendar }) =>
        `${calendar} अब हमें आपका कैलेंडर पढ़ने और उसमें लिखने नहीं देता। जब तक उसे फिर नहीं जोड़ा जाता, सेशन उसमें नहीं जुड़ेंगे, और आपके व्यस्त समय बुकिंग के लिए दिख सकते हैं।`,
      action: 'फिर जोड़ें',
    },
    new_link: {
      subject: () => 'आपकी बुकिंग का नया लिंक',
      heading: () => 'यह रहा आपका नया लिंक',
      intro: () => 'आपने अपनी बुकिंग देखने, उसका समय बदलने या उसे रद्द करने के लिए नया लिंक माँगा था। पिछले लिंक अब काम नहीं करते।',
      action: 'बुकिंग खोलें',
    },
  },
  labels: {
    when: 'कब',
    before: 'पहले का समय',
    session: 'सेशन',
    with: 'किसके साथ',
    meeting: 'मीटिंग',
    place: 'जगह',
    price: 'मूल्य',
    refund: 'रिफ़ंड',
    reason: 'कारण',
    notes: 'टिप्पणी',
    others: 'साथ आने वाले',
  },
  noRefund: 'कुछ नहीं: सेशन कोच के नियमों में दी गई सीमा के बाद रद्द हुआ',
  minutes: (count) => `${numbers.format(count)} मिनट`,
  manage: 'समय बदलें या रद्द करें',
  answer: 'अनुरोध का जवाब दें',
  open: 'अपने सेशन खोलें',
  join: 'मीटिंग से जुड़ें',
  why: {
    client: 'आपको यह ईमेल इसलिए मिला, क्योंकि इस पते से सेशन बुक किया गया था।',
    coach: 'आपको यह ईमेल इसलिए मिला, क्योंकि क्लाइंट आपके साथ सेशन बुक कर सकते हैं।',
    account: 'आपको यह ईमेल इसलिए मिला, क्योंकि यह पता हमारी साइट पर डाला गया था।',
  },
  notYou: 'अगर यह आपने नहीं किया, तो आपको कुछ करने की ज़रूरत नहीं है।',
  unsubscribe: 'रिमाइंडर बंद करें',
  pages: {
    unsubscribe: {
      title: 'रिमाइंडर',
      question: 'क्या आपके सेशन के रिमाइंडर बंद कर दिए जाएँ?',
      button: 'रिमाइंडर बंद करें',
      done: 'हो गया: अब आपको रिमाइंडर नहीं मिलेंगे।',
    },
    confirm: {
      title: 'आपका ईमेल',
      question: 'क्या यह ईमेल आपका है? तो इसकी पुष्टि करें।',
      button: 'ईमेल की पुष्टि करें',
      done: 'हो गया: ईमेल की पुष्टि हो गई। अब इससे साइन इन किया जा सकता है।',
    },
    password: {
      title: 'नया पासवर्ड',
      question: 'नया पासवर्ड चुनें।',
      label: 'नया पासवर्ड (कम से कम 8 अक्षर)',
      button: 'पासवर्ड सहेजें',
      done: 'हो गया: नए पासवर्ड से साइन इन करें।',
    },
    gone: {
      title: 'यह लिंक अब काम नहीं करता',
      gone: 'यह पहले इस्तेमाल हो चुका है या बहुत पुराना है। साइन इन वाले पेज से नया लिंक माँगें।',
    },
  },
};
