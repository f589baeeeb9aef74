import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('it');

/** Italian: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> richiede ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> deve essere un indirizzo della stessa origine di questa pagina.`,
    title: 'I tuoi calendari',
    intro: {
      client: 'Collega un calendario: vi appariranno le tue sessioni confermate.',
      coach:
        'Collega un calendario: vi appariranno le sessioni confermate. Gli orari in cui hai già un impegno non verranno più offerti.',
    },
    provider: { google: 'Google Calendar', outlook: 'Outlook' },
    loading: 'Caricamento dei calendari',
    signIn: 'Accedi per collegare il tuo calendario.',
    signInToFinish: (provider) => `Accedi ancora una volta per finire di collegare ${provider}.`,
    signInElsewhere: 'Accedi in questa pagina per collegare il tuo calendario.',
    unsupported: 'Questo servizio non collega calendari.',
    noneConfigured: 'Qui non si possono collegare Google Calendar e Outlook: il servizio non li ha configurati.',
    notConfigured: 'Qui non si può collegare: il servizio non lo ha configurato.',
    notConnected: 'Non collegato',
    connected: 'Collegato',
    connectedAs: (account) => `Collegato come ${account}`,
    reconnectNeeded: 'Da ricollegare',
    lastSync: (dayAndTime) => `Ultimo aggiornamento: ${dayAndTime}`,
    neverSynced: 'D’ora in poi le sessioni vi verranno aggiunte appena confermate.',
    lastError: (detail) => `L’ultimo aggiornamento non è riuscito: ${detail}`,
    connect: 'Collega',
    reconnect: 'Ricollega',
    disconnect: 'Scollega',
    about: (act, provider) => `${act} ${provider}`,
    opening: 'Apertura…',
    openingWindow: (provider) => `Apertura di ${provider}…`,
    waiting: (provider) => `Continua nella finestra di ${provider}.`,
    showWindow: 'Mostra la finestra',
    stopWaiting: 'Interrompi',
    finishing: 'Collegamento…',
    disconnecting: 'Scollegamento…',
    disconnectQuestion: (provider) => `Scollegare ${provider}?`,
    disconnectMeans: {
      client: 'Le sessioni già presenti restano. Le modifiche successive non vi arrivano più.',
      coach:
        'Le sessioni già presenti restano. Le modifiche successive non vi arrivano più e gli orari in cui hai un impegno vengono offerti di nuovo.',
    },
    keep: 'Mantienilo',
    nowConnected: (provider) => `${provider} è collegato.`,
    nowDisconnected: (provider) => `${provider} è scollegato.`,
    failure: {
      denied: (provider) =>
        `${provider} non è stato collegato perché l’accesso non è stato consentito. Collegalo di nuovo per consentirlo.`,
      closed: (provider) =>
        `${provider} non è stato collegato perché la finestra è stata chiusa. Collegalo di nuovo per continuare.`,
      late: (provider) =>
        `${provider} non è stato collegato perché la risposta è arrivata troppo tardi. Collegalo di nuovo.`,
      blocked: (provider) =>
        `Il browser ha bloccato la finestra di ${provider}. Consenti i pop-up per questa pagina e collegalo di nuovo.`,
      refused: (provider) => `${provider} non ha consentito il collegamento. Riprova.`,
    },
    redirectNotAllowed: (address) =>
      `Il servizio non conosce questa pagina. Chi lo gestisce deve consentire ${address} come indirizzo di ritorno.`,
    problems: {
      offline: 'Il servizio non risponde. Controlla la connessione a Internet e riprova.',
      timeout: 'La risposta non è arrivata in tempo. Riprova.',
      'rate-limited': 'Troppe richieste. Aspetta un momento e riprova.',
      server: 'Il servizio ha un problema. Riprova tra poco.',
      unreadable: 'La risposta del servizio non è leggibile. Riprova più tardi.',
    },
    tryAgain: 'Riprova',
    dismiss: 'Chiudi',
    feedTitle: 'Altri calendari',
    feedHelp: 'Iscriviti a questo indirizzo nella tua app di calendario. Si aggiorna da solo.',
    feedAddress: 'Il tuo indirizzo privato',
    feedSecret: 'Chi ha questo indirizzo può leggere le tue sessioni. Non condividerlo con nessuno.',
    copy: 'Copia',
    copied: 'Copiato',
    copyByHand: 'L’indirizzo è selezionato: copialo con la tastiera.',
    openFeed: 'Apri in un’app di calendario',
    reset: 'Sostituisci l’indirizzo privato',
    resetQuestion: 'Sostituire l’indirizzo privato?',
    resetMeans: 'Quello attuale smette subito di funzionare. I calendari che lo usano hanno bisogno di quello nuovo.',
    resetNow: 'Sostituisci ora',
    resetting: 'Sostituzione…',
    wasReset: 'L’indirizzo è stato sostituito. Quello vecchio non funziona più.',
    feedFailed: 'Non è stato possibile caricare l’indirizzo.',
    handingOver: 'Collegamento…',
    handedOver: 'Fatto. Puoi chiudere questa finestra.',
  },
  visitorCalendar: {
    compare: 'Confronta con il tuo calendario',
    another: 'Confronta con un altro calendario',
    title: 'Confronta con il tuo calendario',
    help: 'Gli orari in cui hai un altro impegno vengono segnati.',
    choose: 'Scegli un file di calendario',
    dropHere: 'Rilascia il file qui',
    orDrop: 'Un file .ics esportato dal tuo calendario. Puoi anche trascinarlo qui.',
    stays: 'Viene letto in questa pagina e non viene inviato da nessuna parte.',
    reading: (name) => `Lettura di ${name}…`,
    stop: 'Interrompi la lettura',
    failed: {
      'not-a-calendar': (name) =>
        `${name} non è un file di calendario. Esporta il tuo calendario come file .ics e scegli quello.`,
      'too-large': (name) => `${name} supera i 20 MB. Esporta un periodo più breve.`,
      'too-slow': (name) => `La lettura di ${name} richiede troppo tempo. Esporta un periodo più breve.`,
      unreadable: (name) => `Non è stato possibile leggere ${name}. Sceglilo di nuovo.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'Un impegno del file non è leggibile e non viene confrontato.',
        other: `${n} impegni del file non sono leggibili e non vengono confrontati.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'Un impegno del file ha un fuso orario qui sconosciuto: il suo orario potrebbe essere sbagliato.',
        other: `${n} impegni del file hanno fusi orari qui sconosciuti: i loro orari potrebbero essere sbagliati.`,
      })),
    connected: 'i tuoi calendari collegati',
    useConnected: 'Usa i tuoi calendari collegati',
    connect: 'Collega Google o Outlook',
    loading: 'Consultazione dei tuoi calendari…',
    accountFailed: 'Non è stato possibile consultare i tuoi calendari. Riprova.',
    unsupported: 'Qui non si possono confrontare i calendari collegati. Scegli un file.',
    busy: 'Hai un impegno',
    clashes: (count, of) =>
      count === 0
        ? 'Non hai altri impegni in questi orari.'
        : plural(count, (n) => ({
            one: `Hai un altro impegno in ${n} di questi ${of} orari. Puoi sceglierlo comunque.`,
            other: `Hai un altro impegno in ${n} di questi ${of} orari. Puoi sceglierli comunque.`,
          })),
    from: (name) => `Confrontato con: ${name}`,
    remove: (name) => `Non confrontare più con: ${name}`,
    removed: 'Non più confrontato.',
    close: 'Chiudi',
  },
};
