import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('nl');

/** Dutch: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> heeft ${attributes} nodig.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> moet een adres zijn van dezelfde oorsprong als deze pagina.`,
    title: 'Je agenda’s',
    intro: {
      client: 'Koppel een agenda, dan staan je bevestigde sessies erin.',
      coach:
        'Koppel een agenda, dan staan bevestigde sessies erin. Tijden waarop je daar bezet bent, worden niet meer aangeboden.',
    },
    provider: { google: 'Google Agenda', outlook: 'Outlook' },
    loading: 'Agenda’s laden',
    signIn: 'Log in om je agenda te koppelen.',
    signInToFinish: (provider) => `Log nog een keer in om het koppelen van ${provider} af te ronden.`,
    signInElsewhere: 'Log in op deze pagina om je agenda te koppelen.',
    unsupported: 'Deze dienst koppelt geen agenda’s.',
    noneConfigured: 'Google Agenda en Outlook kunnen hier niet worden gekoppeld: de dienst heeft ze niet ingesteld.',
    notConfigured: 'Kan hier niet worden gekoppeld: de dienst heeft het niet ingesteld.',
    notConnected: 'Niet gekoppeld',
    connected: 'Gekoppeld',
    connectedAs: (account) => `Gekoppeld als ${account}`,
    reconnectNeeded: 'Opnieuw koppelen nodig',
    lastSync: (dayAndTime) => `Laatst bijgewerkt: ${dayAndTime}`,
    neverSynced: 'Vanaf nu komen sessies erin zodra ze zijn bevestigd.',
    lastError: (detail) => `De laatste update is mislukt: ${detail}`,
    connect: 'Koppelen',
    reconnect: 'Opnieuw koppelen',
    disconnect: 'Loskoppelen',
    about: (act, provider) => `${act}: ${provider}`,
    opening: 'Openen…',
    openingWindow: (provider) => `${provider} openen…`,
    waiting: (provider) => `Ga verder in het venster van ${provider}.`,
    showWindow: 'Venster tonen',
    stopWaiting: 'Stoppen',
    finishing: 'Koppelen…',
    disconnecting: 'Loskoppelen…',
    disconnectQuestion: (provider) => `${provider} loskoppelen?`,
    disconnectMeans: {
      client: 'Sessies die erin staan, blijven staan. Latere wijzigingen komen er niet meer in.',
      coach:
        'Sessies die erin staan, blijven staan. Latere wijzigingen komen er niet meer in, en tijden waarop je daar bezet bent, worden weer aangeboden.',
    },
    keep: 'Behouden',
    nowConnected: (provider) => `${provider} is gekoppeld.`,
    nowDisconnected: (provider) => `${provider} is losgekoppeld.`,
    failure: {
      denied: (provider) =>
        `${provider} is niet gekoppeld omdat de toegang niet werd toegestaan. Koppel opnieuw om die toe te staan.`,
      closed: (provider) =>
        `${provider} is niet gekoppeld omdat het venster werd gesloten. Koppel opnieuw om verder te gaan.`,
      late: (provider) => `${provider} is niet gekoppeld omdat het antwoord te laat kwam. Koppel opnieuw.`,
      blocked: (provider) =>
        `De browser heeft het venster van ${provider} geblokkeerd. Sta pop-ups voor deze pagina toe en koppel opnieuw.`,
      refused: (provider) => `${provider} heeft de koppeling niet toegestaan. Probeer het opnieuw.`,
    },
    redirectNotAllowed: (address) =>
      `De dienst kent deze pagina niet. De beheerder moet ${address} toestaan als omleidingsadres.`,
    problems: {
      offline: 'De dienst is niet bereikbaar. Controleer je internetverbinding en probeer het opnieuw.',
      timeout: 'Er kwam niet op tijd antwoord. Probeer het opnieuw.',
      'rate-limited': 'Er waren te veel verzoeken. Wacht even en probeer het opnieuw.',
      server: 'De dienst heeft een storing. Probeer het zo opnieuw.',
      unreadable: 'Het antwoord van de dienst is niet te lezen. Probeer het later opnieuw.',
    },
    tryAgain: 'Opnieuw proberen',
    dismiss: 'Sluiten',
    feedTitle: 'Andere agenda’s',
    feedHelp: 'Abonneer je in je agenda-app op dit adres. Het wordt vanzelf bijgewerkt.',
    feedAddress: 'Je privéadres',
    feedSecret: 'Wie dit adres heeft, kan je sessies lezen. Deel het met niemand.',
    copy: 'Kopiëren',
    copied: 'Gekopieerd',
    copyByHand: 'Het adres is geselecteerd: kopieer het met het toetsenbord.',
    openFeed: 'Openen in een agenda-app',
    reset: 'Privéadres vervangen',
    resetQuestion: 'Het privéadres vervangen?',
    resetMeans: 'Het huidige werkt meteen niet meer. Agenda’s die erop geabonneerd zijn, hebben het nieuwe nodig.',
    resetNow: 'Nu vervangen',
    resetting: 'Vervangen…',
    wasReset: 'Het adres is vervangen. Het oude werkt niet meer.',
    feedFailed: 'Het adres kon niet worden geladen.',
    handingOver: 'Koppelen…',
    handedOver: 'Klaar. Je kunt dit venster sluiten.',
  },
  visitorCalendar: {
    compare: 'Met je agenda vergelijken',
    another: 'Met een andere agenda vergelijken',
    title: 'Met je agenda vergelijken',
    help: 'Tijden waarop je al iets hebt, worden gemarkeerd.',
    choose: 'Agendabestand kiezen',
    dropHere: 'Laat het bestand hier los',
    orDrop: 'Een .ics-bestand, geëxporteerd uit je agenda. Je kunt het ook hierheen slepen.',
    stays: 'Het wordt op deze pagina gelezen en nergens heen gestuurd.',
    reading: (name) => `${name} lezen…`,
    stop: 'Stoppen met lezen',
    failed: {
      'not-a-calendar': (name) => `${name} is geen agendabestand. Exporteer je agenda als .ics-bestand en kies dat.`,
      'too-large': (name) => `${name} is groter dan 20 MB. Exporteer een kortere periode.`,
      'too-slow': (name) => `${name} lezen duurt te lang. Exporteer een kortere periode.`,
      unreadable: (name) => `${name} kon niet worden gelezen. Kies het opnieuw.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'Eén afspraak erin kon niet worden gelezen en wordt niet vergeleken.',
        other: `${n} afspraken erin konden niet worden gelezen en worden niet vergeleken.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'Eén afspraak erin heeft een tijdzone die hier niet bekend is: de tijd kan verkeerd zijn.',
        other: `${n} afspraken erin hebben tijdzones die hier niet bekend zijn: de tijden kunnen verkeerd zijn.`,
      })),
    connected: 'je gekoppelde agenda’s',
    useConnected: 'Je gekoppelde agenda’s gebruiken',
    connect: 'Google of Outlook koppelen',
    loading: 'Je agenda’s raadplegen…',
    accountFailed: 'Je agenda’s konden niet worden geraadpleegd. Probeer het opnieuw.',
    unsupported: 'Gekoppelde agenda’s kunnen hier niet worden vergeleken. Kies een bestand.',
    busy: 'Je bent bezet',
    clashes: (count, of) =>
      count === 0
        ? 'Je hebt op deze tijden nog niets.'
        : plural(count, (n) => ({
            one: `Op ${n} van deze ${of} tijden heb je al iets. Je kunt die toch kiezen.`,
            other: `Op ${n} van deze ${of} tijden heb je al iets. Je kunt die toch kiezen.`,
          })),
    from: (name) => `Vergeleken met ${name}`,
    remove: (name) => `Niet meer vergelijken met ${name}`,
    removed: 'Wordt niet meer vergeleken.',
    close: 'Sluiten',
  },
};
