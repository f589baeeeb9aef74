import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('cs');

/** Czech: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> vyžaduje ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> musí být adresa stejného původu jako tato stránka.`,
    title: 'Vaše kalendáře',
    intro: {
      client: 'Propojte kalendář a potvrzená sezení se v něm objeví.',
      coach:
        'Propojte kalendář a potvrzená sezení se v něm objeví. Časy, kdy v něm máte jiný program, se přestanou nabízet.',
    },
    provider: { google: 'Kalendář Google', outlook: 'Outlook' },
    loading: 'Načítání kalendářů',
    signIn: 'Přihlaste se a propojte svůj kalendář.',
    signInToFinish: (provider) => `Přihlaste se ještě jednou a dokončete propojení: ${provider}.`,
    signInElsewhere: 'Přihlaste se na této stránce a propojte svůj kalendář.',
    unsupported: 'Tato služba kalendáře nepropojuje.',
    noneConfigured: 'Kalendář Google ani Outlook tady nelze propojit: služba je nemá nastavené.',
    notConfigured: 'Tady nelze propojit: služba to nemá nastavené.',
    notConnected: 'Nepropojeno',
    connected: 'Propojeno',
    connectedAs: (account) => `Propojeno jako ${account}`,
    reconnectNeeded: 'Je třeba propojit znovu',
    lastSync: (dayAndTime) => `Poslední aktualizace: ${dayAndTime}`,
    neverSynced: 'Odteď se do něj sezení zapisují, jakmile jsou potvrzena.',
    lastError: (detail) => `Poslední aktualizace se nezdařila: ${detail}`,
    connect: 'Propojit',
    reconnect: 'Propojit znovu',
    disconnect: 'Odpojit',
    about: (act, provider) => `${act}: ${provider}`,
    opening: 'Otevírání…',
    openingWindow: (provider) => `Otevírání: ${provider}…`,
    waiting: (provider) => `Pokračujte v otevřeném okně: ${provider}.`,
    showWindow: 'Zobrazit okno',
    stopWaiting: 'Přerušit',
    finishing: 'Propojování…',
    disconnecting: 'Odpojování…',
    disconnectQuestion: (provider) => `Odpojit ${provider}?`,
    disconnectMeans: {
      client: 'Sezení, která v něm jsou, zůstanou. Pozdější změny se do něj už nedostanou.',
      coach:
        'Sezení, která v něm jsou, zůstanou. Pozdější změny se do něj už nedostanou a časy, kdy v něm máte jiný program, se budou znovu nabízet.',
    },
    keep: 'Ponechat',
    nowConnected: (provider) => `Propojeno: ${provider}.`,
    nowDisconnected: (provider) => `Odpojeno: ${provider}.`,
    failure: {
      denied: (provider) =>
        `${provider}: propojení neproběhlo, protože nebyl povolen přístup. Propojte znovu a povolte ho.`,
      closed: (provider) => `${provider}: propojení neproběhlo, protože okno bylo zavřeno. Propojte znovu.`,
      late: (provider) => `${provider}: propojení neproběhlo, protože odpověď přišla pozdě. Propojte znovu.`,
      blocked: (provider) =>
        `${provider}: prohlížeč zablokoval okno. Povolte této stránce vyskakovací okna a propojte znovu.`,
      refused: (provider) => `${provider}: propojení nebylo povoleno. Zkuste to znovu.`,
    },
    redirectNotAllowed: (address) =>
      `Služba tuto stránku nezná. Její správce musí povolit ${address} jako návratovou adresu.`,
    problems: {
      offline: 'Služba neodpovídá. Zkontrolujte připojení k internetu a zkuste to znovu.',
      timeout: 'Odpověď nepřišla včas. Zkuste to znovu.',
      'rate-limited': 'Příliš mnoho požadavků. Chvíli počkejte a zkuste to znovu.',
      server: 'Služba má potíže. Zkuste to za chvíli znovu.',
      unreadable: 'Odpověď služby nelze přečíst. Zkuste to později.',
    },
    tryAgain: 'Zkusit znovu',
    dismiss: 'Zavřít',
    feedTitle: 'Jiný kalendář',
    feedHelp: 'Přihlaste se k odběru této adresy ve své kalendářové aplikaci. Aktualizuje se sama.',
    feedAddress: 'Vaše soukromá adresa',
    feedSecret: 'Kdo má tuto adresu, může číst vaše sezení. S nikým ji nesdílejte.',
    copy: 'Kopírovat',
    copied: 'Zkopírováno',
    copyByHand: 'Adresa je označená: zkopírujte ji pomocí klávesnice.',
    openFeed: 'Otevřít v kalendářové aplikaci',
    reset: 'Vyměnit soukromou adresu',
    resetQuestion: 'Vyměnit soukromou adresu?',
    resetMeans: 'Současná hned přestane fungovat. Kalendáře, které ji odebírají, budou potřebovat novou.',
    resetNow: 'Vyměnit teď',
    resetting: 'Výměna…',
    wasReset: 'Adresa je vyměněna. Stará už nefunguje.',
    feedFailed: 'Adresu se nepodařilo načíst.',
    handingOver: 'Propojování…',
    handedOver: 'Hotovo. Toto okno můžete zavřít.',
  },
  visitorCalendar: {
    compare: 'Porovnat se svým kalendářem',
    another: 'Porovnat s jiným kalendářem',
    title: 'Porovnat se svým kalendářem',
    help: 'Termíny, kdy máte jiný program, jsou označené.',
    choose: 'Vybrat soubor kalendáře',
    dropHere: 'Pusťte soubor sem',
    orDrop: 'Soubor .ics exportovaný z vašeho kalendáře. Můžete ho sem i přetáhnout.',
    stays: 'Čte se na této stránce a nikam se neposílá.',
    reading: (name) => `Čtení souboru ${name}…`,
    stop: 'Přerušit čtení',
    failed: {
      'not-a-calendar': (name) =>
        `${name} není soubor kalendáře. Exportujte svůj kalendář jako soubor .ics a vyberte ten.`,
      'too-large': (name) => `${name} je větší než 20 MB. Exportujte kratší období.`,
      'too-slow': (name) => `Čtení souboru ${name} trvá příliš dlouho. Exportujte kratší období.`,
      unreadable: (name) => `Soubor ${name} se nepodařilo přečíst. Vyberte ho znovu.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'Jednu událost v souboru nelze přečíst ani porovnat.',
        few: `${n} události v souboru nelze přečíst ani porovnat.`,
        many: `${n} události v souboru nelze přečíst ani porovnat.`,
        other: `${n} událostí v souboru nelze přečíst ani porovnat.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'Jedna událost v souboru má zde neznámé časové pásmo: její čas nemusí být správný.',
        few: `${n} události v souboru mají zde neznámá časová pásma: jejich časy nemusí být správné.`,
        many: `${n} události v souboru má zde neznámá časová pásma: jejich časy nemusí být správné.`,
        other: `${n} událostí v souboru má zde neznámá časová pásma: jejich časy nemusí být správné.`,
      })),
    connected: 'vaše propojené kalendáře',
    useConnected: 'Použít propojené kalendáře',
    connect: 'Propojit Google nebo Outlook',
    loading: 'Kontrola vašich kalendářů…',
    accountFailed: 'Vaše kalendáře se nepodařilo zkontrolovat. Zkuste to znovu.',
    unsupported: 'Propojené kalendáře tady nelze porovnat. Vyberte soubor.',
    busy: 'Máte jiný program',
    clashes: (count, of) =>
      count === 0
        ? 'V těchto termínech nemáte nic jiného.'
        : plural(count, (n) => ({
            one: `Kolize s vaším kalendářem: ${n} z ${of}. Tento termín přesto můžete vybrat.`,
            few: `Kolize s vaším kalendářem: ${n} z ${of}. Tyto termíny přesto můžete vybrat.`,
            many: `Kolize s vaším kalendářem: ${n} z ${of}. Tyto termíny přesto můžete vybrat.`,
            other: `Kolize s vaším kalendářem: ${n} z ${of}. Tyto termíny přesto můžete vybrat.`,
          })),
    from: (name) => `Porovnáno: ${name}`,
    remove: (name) => `Přestat porovnávat: ${name}`,
    removed: 'Už se neporovnává.',
    close: 'Zavřít',
  },
};
