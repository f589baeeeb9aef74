import type { MailTexts } from '../mail-texts.ts';

/** The mails in French. */
export const frenchMails: MailTexts = {
  someone: { client: 'un client', coach: 'votre coach' },
  eventTitle: (who) => `Séance avec ${who}`,
  calendarName: 'Séances de coaching',
  hello: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Demande : ${when} avec ${who}`,
        heading: () => 'Votre demande est arrivée',
        intro: ({ who }) =>
          `Vous avez demandé une séance avec ${who}. Vous recevrez un autre e-mail dès qu’elle sera confirmée.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confirmée : ${when} avec ${who}`,
        heading: () => 'Votre séance est confirmée',
        intro: ({ who }) => `Votre séance avec ${who} aura lieu comme indiqué ici.`,
      },
      moved: {
        subject: ({ when, who }) => `Déplacée au ${when} : séance avec ${who}`,
        heading: () => 'Votre séance a un nouvel horaire',
        intro: ({ who, by }) =>
          by === 'reader' ? `Vous avez déplacé votre séance avec ${who}.` : `Votre séance avec ${who} a été déplacée.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Annulée : ${when} avec ${who}`,
        heading: () => 'Votre séance est annulée',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Vous avez annulé votre séance avec ${who}.`
            : by === 'other'
              ? `Cette séance a été annulée par ${who}.`
              : `Cette séance avec ${who} n’aura pas lieu.`,
      },
      reminder: {
        subject: ({ when, who }) => `Rappel : ${when} avec ${who}`,
        heading: ({ ahead }) => `Votre séance commence dans ${ahead}`,
        intro: ({ who }) => `Voici ce qu’il vous faut pour votre séance avec ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Après votre séance du ${when} avec ${who}`,
        heading: ({ who }) => `Un mot de ${who}`,
        intro: ({ who, when }) => `Merci pour votre séance avec ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Payé : ${amount} pour ${when} avec ${who}`,
        heading: () => 'Votre paiement est arrivé',
        intro: ({ who, amount }) => `Vous avez payé ${amount} pour votre séance avec ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Échec du paiement : ${when} avec ${who}`,
        heading: () => 'Votre paiement n’a pas abouti',
        intro: ({ who, amount }) =>
          `Le paiement de ${amount} pour votre séance avec ${who} a échoué. Rien n’a été débité. Vous pouvez réessayer tant que le créneau est gardé pour vous.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Remboursé : ${amount} pour ${when} avec ${who}`,
        heading: ({ amount }) => `Votre remboursement de ${amount} est en route`,
        intro: ({ who, amount }) =>
          `Pour votre séance avec ${who}, ${amount} vous ont été remboursés. Votre banque aura peut-être besoin de quelques jours.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Nouvelle demande : ${when} avec ${who}`,
        heading: () => 'Quelqu’un demande une séance',
        intro: ({ who }) => `Vous avez une demande de ${who} qui attend votre réponse.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confirmée : ${when} avec ${who}`,
        heading: () => 'Une séance est confirmée',
        intro: ({ who }) => `Votre séance avec ${who} est réservée.`,
      },
      moved: {
        subject: ({ when, who }) => `Déplacée au ${when} : séance avec ${who}`,
        heading: () => 'Une séance a un nouvel horaire',
        intro: ({ who, by }) =>
          by === 'reader' ? `Vous avez déplacé votre séance avec ${who}.` : `Cette séance a été déplacée par ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Annulée : ${when} avec ${who}`,
        heading: () => 'Une séance est annulée',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Vous avez annulé cette séance avec ${who}.`
            : by === 'other'
              ? `Cette séance a été annulée par ${who}.`
              : `Cette séance avec ${who} n’aura pas lieu.`,
      },
      reminder: {
        subject: ({ when, who }) => `Rappel : ${when} avec ${who}`,
        heading: ({ ahead }) => `Votre séance commence dans ${ahead}`,
        intro: ({ who }) => `Vous avez une séance avec ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Payé : ${amount} pour ${when} avec ${who}`,
        heading: () => 'Une séance a été payée',
        intro: ({ who, amount }) => `Reçu de ${who} : ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Remboursé : ${amount} pour ${when} avec ${who}`,
        heading: () => 'Un paiement a été remboursé',
        intro: ({ who, amount }) => `Remboursement à ${who} : ${amount}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Confirmez votre adresse e-mail',
      heading: () => 'Est-ce votre adresse ?',
      intro: () => 'Un compte a été créé avec cette adresse. Confirmez qu’elle est à vous.',
      action: 'Confirmer l’adresse',
    },
    reset_password: {
      subject: () => 'Un nouveau mot de passe pour votre compte',
      heading: () => 'Choisissez un nouveau mot de passe',
      intro: ({ minutes }) =>
        `Quelqu’un a demandé un nouveau mot de passe. Le lien ne sert qu’une fois et reste valable ${minutes} minutes.`,
      action: 'Choisir un nouveau mot de passe',
    },
    account_exists: {
      subject: () => 'Vous avez déjà un compte',
      heading: () => 'Vous avez déjà un compte',
      intro: () =>
        'Quelqu’un a voulu créer un compte avec cette adresse, et il y en a déjà un. Connectez-vous comme d’habitude ; si vous avez oublié le mot de passe, choisissez-en un nouveau.',
      action: 'Choisir un nouveau mot de passe',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} doit être reconnecté`,
      heading: ({ calendar }) => `${calendar} n’est plus connecté`,
      intro: ({ calendar }) =>
        `${calendar} ne nous laisse plus lire ni écrire votre calendrier. Jusqu’à ce que vous le reconnectiez, les séances n’y sont pas inscrites, et des heures déjà prises sont peut-être proposées.`,
      action: 'Reconnecter',
    },
    new_link: {
      subject: () => 'Le nouveau lien vers votre réservation',
      heading: () => 'Voici votre nouveau lien',
      intro: () =>
        'Vous avez demandé un nouveau lien pour voir, déplacer ou annuler votre réservation. Les liens précédents ne fonctionnent plus.',
      action: 'Ouvrir la réservation',
    },
  },
  labels: {
    when: 'Quand',
    before: 'Avant',
    session: 'Séance',
    with: 'Avec',
    meeting: 'Réunion',
    place: 'Lieu',
    price: 'Prix',
    refund: 'Remboursement',
    reason: 'Motif',
    notes: 'Message',
    others: 'Participent aussi',
  },
  noRefund: 'Aucun : l’annulation est venue plus tard que les règles du coach ne le permettent',
  minutes: (count) => `${count} minutes`,
  manage: 'Déplacer ou annuler',
  answer: 'Répondre à la demande',
  open: 'Ouvrir vos séances',
  join: 'Rejoindre la réunion',
  why: {
    client: 'Vous recevez cet e-mail parce que la séance a été réservée avec cette adresse.',
    coach: 'Vous recevez cet e-mail parce que des séances peuvent être réservées avec vous.',
    account: 'Vous recevez cet e-mail parce que cette adresse a été saisie sur notre site.',
  },
  notYou: 'Si ce n’était pas vous, vous n’avez rien à faire.',
  unsubscribe: 'Ne plus recevoir de rappels',
  pages: {
    unsubscribe: {
      title: 'Rappels',
      question: 'Voulez-vous ne plus recevoir de rappels de vos séances ?',
      button: 'Ne plus recevoir de rappels',
      done: 'C’est fait : vous ne recevrez plus de rappels.',
    },
    confirm: {
      title: 'Votre adresse e-mail',
      question: 'Cette adresse est-elle à vous ? Alors confirmez-la.',
      button: 'Confirmer l’adresse',
      done: 'C’est fait : l’adresse est confirmée. Vous pouvez l’utiliser pour vous connecter.',
    },
    password: {
      title: 'Un nouveau mot de passe',
      question: 'Choisissez un nouveau mot de passe.',
      label: 'Nouveau mot de passe (au moins 8 caractères)',
      button: 'Enregistrer le mot de passe',
      done: 'C’est fait : connectez-vous avec le nouveau mot de passe.',
    },
    gone: {
      title: 'Ce lien n’est plus valable',
      gone: 'Il a déjà servi ou il est trop ancien. Demandez-en un nouveau là où vous vous connectez.',
    },
  },
};
