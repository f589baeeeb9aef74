import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('sv');

/** Swedish: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> behöver ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> måste vara en adress med samma ursprung som den här sidan.`,
    title: 'Dina kalendrar',
    intro: {
      client: 'Anslut en kalender så visas dina bekräftade sessioner i den.',
      coach: 'Anslut en kalender så visas bekräftade sessioner i den. Tider då du är upptagen där erbjuds inte längre.',
    },
    provider: { google: 'Google Kalender', outlook: 'Outlook' },
    loading: 'Dina kalendrar hämtas',
    signIn: 'Logga in för att ansluta din kalender.',
    signInToFinish: (provider) => `Logga in en gång till för att slutföra anslutningen av ${provider}.`,
    signInElsewhere: 'Logga in på den här sidan för att ansluta din kalender.',
    unsupported: 'Den här tjänsten ansluter inga kalendrar.',
    noneConfigured: 'Google Kalender och Outlook kan inte anslutas här: tjänsten har inte konfigurerat dem.',
    notConfigured: 'Kan inte anslutas här: tjänsten har inte konfigurerat den.',
    notConnected: 'Inte ansluten',
    connected: 'Ansluten',
    connectedAs: (account) => `Ansluten som ${account}`,
    reconnectNeeded: 'Behöver anslutas igen',
    lastSync: (dayAndTime) => `Senast uppdaterad ${dayAndTime}`,
    neverSynced: 'Från och med nu läggs sessioner till när de har bekräftats.',
    lastError: (detail) => `Den senaste uppdateringen misslyckades: ${detail}`,
    connect: 'Anslut',
    reconnect: 'Anslut igen',
    disconnect: 'Koppla från',
    about: (act, provider) => `${act}: ${provider}`,
    opening: 'Öppnas…',
    openingWindow: (provider) => `${provider} öppnas…`,
    waiting: (provider) => `Fortsätt i fönstret för ${provider}.`,
    showWindow: 'Visa fönstret',
    stopWaiting: 'Avbryt',
    finishing: 'Ansluter…',
    disconnecting: 'Kopplar från…',
    disconnectQuestion: (provider) => `Koppla från ${provider}?`,
    disconnectMeans: {
      client: 'Sessioner som redan finns där blir kvar. Senare ändringar når den inte längre.',
      coach:
        'Sessioner som redan finns där blir kvar. Senare ändringar når den inte längre, och tider då du är upptagen där erbjuds igen.',
    },
    keep: 'Behåll den',
    nowConnected: (provider) => `${provider} är ansluten.`,
    nowDisconnected: (provider) => `${provider} är frånkopplad.`,
    failure: {
      denied: (provider) => `${provider} anslöts inte eftersom åtkomst inte tilläts. Anslut igen för att tillåta den.`,
      closed: (provider) => `${provider} anslöts inte eftersom fönstret stängdes. Anslut igen för att fortsätta.`,
      late: (provider) => `${provider} anslöts inte eftersom svaret kom för sent. Anslut igen.`,
      blocked: (provider) =>
        `Webbläsaren blockerade fönstret för ${provider}. Tillåt popup-fönster för den här sidan och anslut igen.`,
      refused: (provider) => `${provider} tillät inte anslutningen. Försök igen.`,
    },
    redirectNotAllowed: (address) =>
      `Tjänsten känner inte till den här sidan. Den som driver tjänsten måste tillåta ${address} som returadress.`,
    problems: {
      offline: 'Tjänsten kunde inte nås. Kontrollera din internetanslutning och försök igen.',
      timeout: 'Det kom inget svar i tid. Försök igen.',
      'rate-limited': 'Det blev för många förfrågningar. Vänta en stund och försök igen.',
      server: 'Tjänsten har ett problem. Försök igen om en stund.',
      unreadable: 'Tjänsten gav ett svar som inte gick att läsa. Försök igen senare.',
    },
    tryAgain: 'Försök igen',
    dismiss: 'Stäng',
    feedTitle: 'Andra kalendrar',
    feedHelp: 'Prenumerera på den här adressen i din kalenderapp. Den håller sig själv uppdaterad.',
    feedAddress: 'Din privata adress',
    feedSecret: 'Den som har adressen kan läsa dina sessioner. Dela den inte med någon.',
    copy: 'Kopiera',
    copied: 'Kopierad',
    copyByHand: 'Adressen är markerad: kopiera den med tangentbordet.',
    openFeed: 'Öppna i en kalenderapp',
    reset: 'Byt ut den privata adressen',
    resetQuestion: 'Vill du byta ut den privata adressen?',
    resetMeans: 'Den nuvarande slutar gälla direkt. Kalendrar som prenumererar på den behöver den nya.',
    resetNow: 'Byt ut den nu',
    resetting: 'Byts ut…',
    wasReset: 'Adressen är utbytt. Den gamla gäller inte längre.',
    feedFailed: 'Adressen kunde inte hämtas.',
    handingOver: 'Ansluter…',
    handedOver: 'Klart. Du kan stänga det här fönstret.',
  },
  visitorCalendar: {
    compare: 'Jämför med din kalender',
    another: 'Jämför med en till kalender',
    title: 'Jämför med din kalender',
    help: 'Tider då du har annat inplanerat markeras.',
    choose: 'Välj en kalenderfil',
    dropHere: 'Släpp filen här',
    orDrop: 'En .ics-fil som du har exporterat från din kalender. Du kan också släppa den här.',
    stays: 'Den läses på den här sidan och skickas ingenstans.',
    reading: (name) => `Läser ${name}…`,
    stop: 'Avbryt läsningen',
    failed: {
      'not-a-calendar': (name) =>
        `${name} är inte en kalenderfil. Exportera din kalender som en .ics-fil och välj den.`,
      'too-large': (name) => `${name} är större än 20 MB. Exportera en kortare period.`,
      'too-slow': (name) => `${name} tar för lång tid att läsa. Exportera en kortare period.`,
      unreadable: (name) => `${name} gick inte att läsa. Välj den igen.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'En händelse i den gick inte att läsa och jämförs inte.',
        other: `${n} händelser i den gick inte att läsa och jämförs inte.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'En händelse i den har en tidszon som inte är känd här: tiden kan vara fel.',
        other: `${n} händelser i den har tidszoner som inte är kända här: tiderna kan vara fel.`,
      })),
    connected: 'dina anslutna kalendrar',
    useConnected: 'Använd dina anslutna kalendrar',
    connect: 'Anslut Google eller Outlook',
    loading: 'Dina kalendrar läses…',
    accountFailed: 'Dina kalendrar kunde inte läsas. Försök igen.',
    unsupported: 'Anslutna kalendrar kan inte jämföras här. Välj en fil i stället.',
    busy: 'Du är upptagen',
    clashes: (count, of) =>
      count === 0
        ? 'Du har inget annat inplanerat de här tiderna.'
        : plural(count, (n) => ({
            one: `Du har annat inplanerat vid ${n} av de här ${of} tiderna. Du kan välja den ändå.`,
            other: `Du har annat inplanerat vid ${n} av de här ${of} tiderna. Du kan välja dem ändå.`,
          })),
    from: (name) => `Jämfört med ${name}`,
    remove: (name) => `Sluta jämföra med ${name}`,
    removed: 'Jämförs inte längre.',
    close: 'Stäng',
  },
};
