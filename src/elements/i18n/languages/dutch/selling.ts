import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('nl');

/** Dutch: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Betaal om deze tijd te boeken',
    total: 'Totaal',
    when: 'Wanneer',
    heldUntil: (time) => `Voor je vastgehouden tot ${time}`,
    left: (clock) => `nog ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'De tijd wordt nog één minuut vastgehouden',
        other: `De tijd wordt nog ${n} minuten vastgehouden`,
      })),
    holdLonger: 'Langer vasthouden',
    pay: (amount) => `${amount} betalen`,
    opening: 'Betaalpagina openen',
    otherTime: 'Andere tijd kiezen',
    notPaid: 'Niet betaald',
    stillHeld: 'Er is niets afgeschreven. Je tijd en je gegevens blijven bewaard zolang de tijd wordt vastgehouden.',
    processing: 'Je betaling wordt verwerkt',
    processingHelp: 'Dit duurt meestal een paar seconden. Je hoeft niet op deze pagina te blijven.',
    later: 'We hebben de betaling nog niet ontvangen',
    laterHelp: 'Zodra die binnen is, is je sessie geboekt. Je kunt deze pagina sluiten.',
    lookAgain: 'Opnieuw kijken',
    expired: 'De tijd wordt niet meer vastgehouden',
    expiredHelp: 'Er is niet op tijd betaald en er is niets afgeschreven. De tijd is misschien nog vrij.',
    cancelled: 'Deze sessie is geannuleerd',
    returned: 'De tijd was al vergeven voordat de betaling binnenkwam',
    returnedHelp: (amount) => `${amount} gaat binnen enkele dagen terug naar de kaart waarmee je hebt betaald.`,
    chooseAgain: 'Tijd kiezen',
    paid: (amount) => `${amount} betaald`,
    failed: 'De betaalpagina kon niet worden geopend. Er is niets afgeschreven. Probeer het zo opnieuw.',
    offline: 'Je bent offline. Er is niets afgeschreven.',
    notConfigured: 'Dit kan alleen bij de sessie worden betaald.',
    unknown: 'Je boeking kon niet worden geladen',
    unknownHelp: 'Als je hebt betaald, is de betaling veilig. Controleer je internetverbinding en probeer het opnieuw.',
    loading: 'Boeking laden',
    tryAgain: 'Opnieuw proberen',
    refundFull: (until) => `Annuleer tot ${until} en je krijgt alles terug.`,
    refundPart: (percent, until) => `Daarna ${percent}% tot ${until}.`,
    refundNone: 'Annuleer je later, dan krijg je niets terug.',
  },
  sessionTypes: {
    title: 'Wat wil je boeken?',
    minutes: (count) => `${count} min`,
    free: 'Gratis',
    payAtSession: 'Betalen bij de sessie',
    confirmedByCoach: 'De coach bevestigt',
    place: { video: 'Videogesprek', phone: 'Telefoon', place: 'Op locatie', link: 'Online' },
    allBack: (span) =>
      span
        ? `Annuleer tot ${span} voor het begin en je krijgt alles terug.`
        : 'Annuleer voor het begin en je krijgt alles terug.',
    partBack: (percent, span) => (span ? `Tot ${span} van tevoren ${percent}%.` : `Daarna ${percent}%.`),
    change: 'Wijzigen',
    loading: 'Sessietypes laden',
    failed: 'De sessietypes konden niet worden geladen. Controleer je internetverbinding en probeer het opnieuw.',
    tryAgain: 'Opnieuw proberen',
    none: 'Er kan op dit moment niets worden geboekt.',
  },
};
