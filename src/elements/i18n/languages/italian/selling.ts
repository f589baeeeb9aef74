import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('it');

/** Italian: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Paga per prenotare questo orario',
    total: 'Totale',
    when: 'Quando',
    heldUntil: (time) => `Riservato per te fino alle ore ${time}`,
    left: (clock) => `mancano ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'L’orario è riservato ancora per un minuto',
        other: `L’orario è riservato ancora per ${n} minuti`,
      })),
    holdLonger: 'Riservalo più a lungo',
    pay: (amount) => `Paga ${amount}`,
    opening: 'Apertura della pagina di pagamento',
    otherTime: 'Scegli un altro orario',
    notPaid: 'Non pagato',
    stillHeld: 'Non è stato addebitato nulla. L’orario e i tuoi dati restano finché l’orario è riservato.',
    processing: 'Il pagamento è in elaborazione',
    processingHelp: 'Di solito ci vuole qualche secondo. Non serve restare su questa pagina.',
    later: 'Il pagamento non ci è ancora arrivato',
    laterHelp: 'Appena arriva, la sessione è prenotata. Puoi chiudere questa pagina.',
    lookAgain: 'Controlla di nuovo',
    expired: 'L’orario non è più riservato',
    expiredHelp: 'Non è stato pagato in tempo e non è stato addebitato nulla. Potrebbe essere ancora libero.',
    cancelled: 'Questa sessione è annullata',
    returned: 'L’orario è stato assegnato prima che arrivasse il pagamento',
    returnedHelp: (amount) => `Entro qualche giorno ${amount} tornano sulla carta con cui hai pagato.`,
    chooseAgain: 'Scegli un orario',
    paid: (amount) => `Pagato: ${amount}`,
    failed: 'Non è stato possibile aprire la pagina di pagamento. Non è stato addebitato nulla. Riprova tra poco.',
    offline: 'Sei offline. Non è stato addebitato nulla.',
    notConfigured: 'Si può pagare solo alla sessione.',
    unknown: 'Non è stato possibile caricare la prenotazione',
    unknownHelp: 'Se hai pagato, il pagamento è al sicuro. Controlla la connessione a Internet e riprova.',
    loading: 'Caricamento della prenotazione',
    tryAgain: 'Riprova',
    refundFull: (until) => `Rimborso completo se annulli entro: ${until}.`,
    refundPart: (percent, until) => `Poi il ${percent}% entro: ${until}.`,
    refundNone: 'Se annulli più tardi, non c’è rimborso.',
  },
  sessionTypes: {
    title: 'Cosa vuoi prenotare?',
    minutes: (count) => `${count} min`,
    free: 'Gratis',
    payAtSession: 'Si paga alla sessione',
    confirmedByCoach: 'Il coach conferma',
    place: { video: 'Videochiamata', phone: 'Telefono', place: 'Di persona', link: 'Online' },
    allBack: (span) =>
      span
        ? `Annulla fino a ${span} prima dell’inizio e ricevi un rimborso completo.`
        : 'Annulla prima dell’inizio e ricevi un rimborso completo.',
    partBack: (percent, span) => (span ? `Fino a ${span} prima, il ${percent}%.` : `Dopo, il ${percent}%.`),
    change: 'Cambia',
    loading: 'Caricamento dei tipi di sessione',
    failed: 'Non è stato possibile caricare i tipi di sessione. Controlla la connessione a Internet e riprova.',
    tryAgain: 'Riprova',
    none: 'Al momento non si può prenotare nulla.',
  },
};
