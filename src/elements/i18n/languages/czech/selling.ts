import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('cs');

/** Czech: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Zaplaťte a termín je váš',
    total: 'Celkem',
    when: 'Kdy',
    heldUntil: (time) => `Držíme ho pro vás do ${time}`,
    left: (clock) => `zbývá ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'Termín pro vás držíme ještě minutu',
        few: `Termín pro vás držíme ještě ${n} minuty`,
        many: `Termín pro vás držíme ještě ${n} minuty`,
        other: `Termín pro vás držíme ještě ${n} minut`,
      })),
    holdLonger: 'Držet déle',
    pay: (amount) => `Zaplatit ${amount}`,
    opening: 'Otevírání platební stránky',
    otherTime: 'Vybrat jiný termín',
    notPaid: 'Nezaplaceno',
    stillHeld: 'Nic nebylo strženo. Termín i vaše údaje zůstávají, dokud termín držíme.',
    processing: 'Platba se zpracovává',
    processingHelp: 'Obvykle to trvá několik sekund. Na této stránce zůstávat nemusíte.',
    later: 'Platba k nám zatím nedorazila',
    laterHelp: 'Jakmile dorazí, sezení bude rezervováno. Stránku můžete zavřít.',
    lookAgain: 'Zkontrolovat znovu',
    expired: 'Termín už nedržíme',
    expiredHelp: 'Nebylo zaplaceno včas a nic nebylo strženo. Termín může být stále volný.',
    cancelled: 'Toto sezení je zrušeno',
    returned: 'Termín byl obsazen dřív, než dorazila platba',
    returnedHelp: (amount) => `Během několika dnů se na kartu použitou k platbě vrátí ${amount}.`,
    chooseAgain: 'Vybrat termín',
    paid: (amount) => `Zaplaceno ${amount}`,
    failed: 'Platební stránku se nepodařilo otevřít. Nic nebylo strženo. Zkuste to za chvíli znovu.',
    offline: 'Jste offline. Nic nebylo strženo.',
    notConfigured: 'Zaplatit lze jen na sezení.',
    unknown: 'Rezervaci se nepodařilo načíst',
    unknownHelp: 'Pokud je zaplaceno, platba je v bezpečí. Zkontrolujte připojení k internetu a zkuste to znovu.',
    loading: 'Načítání rezervace',
    tryAgain: 'Zkusit znovu',
    refundFull: (until) => `Vše se vrátí při zrušení do: ${until}.`,
    refundPart: (percent, until) => `Poté ${percent} % do: ${until}.`,
    refundNone: 'Při pozdějším zrušení se nevrátí nic.',
  },
  sessionTypes: {
    title: 'Co si chcete rezervovat?',
    minutes: (count) => `${count} min`,
    free: 'Zdarma',
    payAtSession: 'Platí se na sezení',
    confirmedByCoach: 'Potvrzuje kouč',
    place: { video: 'Videohovor', phone: 'Telefon', place: 'Osobně', link: 'Online' },
    allBack: (span) =>
      span ? `Při zrušení s předstihem (alespoň ${span}) se vrátí vše.` : 'Při zrušení před začátkem se vrátí vše.',
    partBack: (percent, span) =>
      span ? `S předstihem (alespoň ${span}) se vrátí ${percent} %.` : `Poté se vrátí ${percent} %.`,
    change: 'Změnit',
    loading: 'Načítání typů sezení',
    failed: 'Typy sezení se nepodařilo načíst. Zkontrolujte připojení k internetu a zkuste to znovu.',
    tryAgain: 'Zkusit znovu',
    none: 'Momentálně nelze nic rezervovat.',
  },
};
