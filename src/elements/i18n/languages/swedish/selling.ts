import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('sv');

/** Swedish: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Betala för att boka tiden',
    total: 'Totalt',
    when: 'När',
    heldUntil: (time) => `Reserverad åt dig till ${time}`,
    left: (clock) => `${clock} kvar`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'Tiden är reserverad i en minut till',
        other: `Tiden är reserverad i ${n} minuter till`,
      })),
    holdLonger: 'Reservera längre',
    pay: (amount) => `Betala ${amount}`,
    opening: 'Betalsidan öppnas',
    otherTime: 'Välj en annan tid',
    notPaid: 'Inte betald',
    stillHeld: 'Inget har debiterats. Din tid och dina uppgifter finns kvar så länge tiden är reserverad.',
    processing: 'Din betalning behandlas',
    processingHelp: 'Det brukar ta några sekunder. Du behöver inte stanna på sidan.',
    later: 'Vi har inte fått besked om betalningen än',
    laterHelp: 'Så snart den kommer är din session bokad. Du kan stänga sidan.',
    lookAgain: 'Titta igen',
    expired: 'Tiden är inte längre reserverad',
    expiredHelp: 'Den betalades inte i tid och inget har debiterats. Den kan fortfarande vara ledig.',
    cancelled: 'Sessionen är avbokad',
    returned: 'Tiden hann bokas av någon annan innan betalningen kom',
    returnedHelp: (amount) => `${amount} går tillbaka till kortet du betalade med, inom några dagar.`,
    chooseAgain: 'Välj en tid',
    paid: (amount) => `Betalt: ${amount}`,
    failed: 'Betalsidan kunde inte öppnas. Inget har debiterats. Försök igen om en stund.',
    offline: 'Du är offline. Inget har debiterats.',
    notConfigured: 'Det här kan bara betalas vid sessionen.',
    unknown: 'Din bokning kunde inte hämtas',
    unknownHelp: 'Om du har betalat är betalningen säker. Kontrollera din internetanslutning och försök igen.',
    loading: 'Din bokning hämtas',
    tryAgain: 'Försök igen',
    refundFull: (until) => `Avboka senast ${until} och få allt tillbaka.`,
    refundPart: (percent, until) => `Därefter ${percent} % fram till ${until}.`,
    refundNone: 'Senare avbokningar återbetalas inte.',
  },
  sessionTypes: {
    title: 'Vad vill du boka?',
    minutes: (count) => `${count} min`,
    free: 'Gratis',
    payAtSession: 'Betala vid sessionen',
    confirmedByCoach: 'Coachen bekräftar',
    place: { video: 'Videosamtal', phone: 'Telefon', place: 'På plats', link: 'Online' },
    allBack: (span) =>
      span ? `Avboka senast ${span} före start och få allt tillbaka.` : 'Avboka före start och få allt tillbaka.',
    partBack: (percent, span) => (span ? `Fram till ${span} före: ${percent} %.` : `Därefter ${percent} %.`),
    change: 'Ändra',
    loading: 'Utbudet hämtas',
    failed: 'Utbudet kunde inte hämtas. Kontrollera din internetanslutning och försök igen.',
    tryAgain: 'Försök igen',
    none: 'Just nu finns inget att boka.',
  },
};
