import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('fr');

/** French: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Payez pour réserver ce créneau',
    total: 'Total',
    when: 'Quand',
    heldUntil: (time) => `Gardé pour vous jusqu’à ${time}`,
    left: (clock) => `il reste ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'Le créneau est gardé encore une minute',
        other: `Le créneau est gardé encore ${n} minutes`,
      })),
    holdLonger: 'Garder plus longtemps',
    pay: (amount) => `Payer ${amount}`,
    opening: 'Ouverture de la page de paiement',
    otherTime: 'Choisir un autre créneau',
    notPaid: 'Non payé',
    stillHeld:
      'Rien n’a été débité. Votre créneau et vos coordonnées sont conservés tant que le créneau est gardé pour vous.',
    processing: 'Votre paiement est en cours de traitement',
    processingHelp: 'Cela prend en général quelques secondes. Vous n’avez pas à rester sur cette page.',
    later: 'Le paiement ne nous est pas encore parvenu',
    laterHelp: 'Dès qu’il arrive, votre séance est réservée. Vous pouvez fermer cette page.',
    lookAgain: 'Vérifier de nouveau',
    expired: 'Le créneau n’est plus gardé',
    expiredHelp: 'Il n’a pas été payé à temps, et rien n’a été débité. Il est peut-être encore libre.',
    cancelled: 'Cette séance est annulée',
    returned: 'Le créneau a été pris avant l’arrivée du paiement',
    returnedHelp: (amount) => `${amount} reviennent d’ici quelques jours sur la carte avec laquelle vous avez payé.`,
    chooseAgain: 'Choisir un créneau',
    paid: (amount) => `Payé : ${amount}`,
    failed: 'La page de paiement n’a pas pu être ouverte. Rien n’a été débité. Réessayez dans un instant.',
    offline: 'Vous êtes hors ligne. Rien n’a été débité.',
    notConfigured: 'Cela ne peut être payé qu’à la séance.',
    unknown: 'Votre réservation n’a pas pu être chargée',
    unknownHelp: 'Si vous avez payé, votre paiement n’est pas perdu. Vérifiez votre connexion à Internet et réessayez.',
    loading: 'Chargement de votre réservation',
    tryAgain: 'Réessayer',
    refundFull: (until) => `Annulez jusqu’au ${until} et tout est remboursé.`,
    refundPart: (percent, until) => `Ensuite ${percent} %, jusqu’au ${until}.`,
    refundNone: 'Une annulation plus tardive n’est pas remboursée.',
  },
  sessionTypes: {
    title: 'Que voulez-vous réserver ?',
    minutes: (count) => `${count} min`,
    free: 'Gratuit',
    payAtSession: 'Paiement à la séance',
    confirmedByCoach: 'Le coach confirme',
    place: { video: 'Appel vidéo', phone: 'Téléphone', place: 'En personne', link: 'En ligne' },
    allBack: (span) =>
      span
        ? `Annulez jusqu’à ${span} avant le début et tout est remboursé.`
        : 'Annulez avant le début et tout est remboursé.',
    partBack: (percent, span) => (span ? `${percent} % jusqu’à ${span} avant.` : `Ensuite ${percent} %.`),
    change: 'Changer',
    loading: 'Chargement des offres',
    failed: 'Les offres n’ont pas pu être chargées. Vérifiez votre connexion à Internet et réessayez.',
    tryAgain: 'Réessayer',
    none: 'Rien ne peut être réservé pour le moment.',
  },
};
