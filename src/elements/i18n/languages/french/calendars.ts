import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('fr');

/** French: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> a besoin de ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> doit être une adresse de la même origine que cette page.`,
    title: 'Vos calendriers',
    intro: {
      client: 'Connectez un calendrier, et vos séances confirmées y apparaissent.',
      coach:
        'Connectez un calendrier, et les séances confirmées y apparaissent. Les heures qui y sont prises ne sont plus proposées.',
    },
    provider: { google: 'Google Agenda', outlook: 'Outlook' },
    loading: 'Chargement de vos calendriers',
    signIn: 'Connectez-vous pour relier votre calendrier.',
    signInToFinish: (provider) => `Connectez-vous de nouveau pour terminer la connexion de ${provider}.`,
    signInElsewhere: 'Connectez-vous sur cette page pour relier votre calendrier.',
    unsupported: 'Ce service ne relie pas de calendriers.',
    noneConfigured: 'Google Agenda et Outlook ne peuvent pas être connectés ici : le service ne les a pas configurés.',
    notConfigured: 'Ne peut pas être connecté ici : le service ne l’a pas configuré.',
    notConnected: 'Non connecté',
    connected: 'Connecté',
    connectedAs: (account) => `Connecté en tant que ${account}`,
    reconnectNeeded: 'Reconnexion nécessaire',
    lastSync: (dayAndTime) => `Dernière mise à jour : ${dayAndTime}`,
    neverSynced: 'Désormais, les séances y sont inscrites dès qu’elles sont confirmées.',
    lastError: (detail) => `La dernière mise à jour a échoué : ${detail}`,
    connect: 'Connecter',
    reconnect: 'Reconnecter',
    disconnect: 'Déconnecter',
    about: (act, provider) => `${act} : ${provider}`,
    opening: 'Ouverture…',
    openingWindow: (provider) => `Ouverture de ${provider}…`,
    waiting: (provider) => `Continuez dans la fenêtre de ${provider}.`,
    showWindow: 'Afficher la fenêtre',
    stopWaiting: 'Arrêter',
    finishing: 'Connexion…',
    disconnecting: 'Déconnexion…',
    disconnectQuestion: (provider) => `Déconnecter ${provider} ?`,
    disconnectMeans: {
      client: 'Les séances qui y sont inscrites restent. Les changements suivants n’y arrivent plus.',
      coach:
        'Les séances qui y sont inscrites restent. Les changements suivants n’y arrivent plus, et les heures qui y sont prises sont de nouveau proposées.',
    },
    keep: 'Garder',
    nowConnected: (provider) => `${provider} est connecté.`,
    nowDisconnected: (provider) => `${provider} est déconnecté.`,
    failure: {
      denied: (provider) =>
        `${provider} n’a pas été connecté, car l’accès n’a pas été autorisé. Connectez-le de nouveau pour l’autoriser.`,
      closed: (provider) =>
        `${provider} n’a pas été connecté, car la fenêtre a été fermée. Connectez-le de nouveau pour continuer.`,
      late: (provider) =>
        `${provider} n’a pas été connecté, car la réponse est arrivée trop tard. Connectez-le de nouveau.`,
      blocked: (provider) =>
        `Le navigateur a bloqué la fenêtre de ${provider}. Autorisez les fenêtres pop-up pour cette page, puis connectez-le de nouveau.`,
      refused: (provider) => `${provider} n’a pas permis la connexion. Réessayez.`,
    },
    redirectNotAllowed: (address) =>
      `Le service ne connaît pas cette page. Son exploitant doit autoriser ${address} comme adresse de retour.`,
    problems: {
      offline: 'Le service ne répond pas. Vérifiez votre connexion à Internet et réessayez.',
      timeout: 'La réponse n’est pas arrivée à temps. Réessayez.',
      'rate-limited': 'Trop de requêtes. Attendez un instant, puis réessayez.',
      server: 'Le service rencontre un problème. Réessayez dans un instant.',
      unreadable: 'La réponse du service ne peut pas être lue. Réessayez plus tard.',
    },
    tryAgain: 'Réessayer',
    dismiss: 'Fermer',
    feedTitle: 'Autres calendriers',
    feedHelp: 'Abonnez-vous à cette adresse dans votre application de calendrier. Elle se met à jour d’elle-même.',
    feedAddress: 'Votre adresse privée',
    feedSecret: 'Toute personne qui a cette adresse peut lire vos séances. Ne la donnez à personne.',
    copy: 'Copier',
    copied: 'Copié',
    copyByHand: 'L’adresse est sélectionnée : copiez-la avec le clavier.',
    openFeed: 'Ouvrir dans une application de calendrier',
    reset: 'Remplacer l’adresse privée',
    resetQuestion: 'Remplacer l’adresse privée ?',
    resetMeans:
      'L’adresse actuelle cesse aussitôt de fonctionner. Les calendriers qui y sont abonnés ont besoin de la nouvelle.',
    resetNow: 'Remplacer maintenant',
    resetting: 'Remplacement…',
    wasReset: 'L’adresse est remplacée. L’ancienne ne fonctionne plus.',
    feedFailed: 'L’adresse n’a pas pu être chargée.',
    handingOver: 'Connexion…',
    handedOver: 'C’est fait. Vous pouvez fermer cette fenêtre.',
  },
  visitorCalendar: {
    compare: 'Comparer avec votre calendrier',
    another: 'Comparer avec un autre calendrier',
    title: 'Comparer avec votre calendrier',
    help: 'Les créneaux où vous avez autre chose sont signalés.',
    choose: 'Choisir un fichier de calendrier',
    dropHere: 'Déposez le fichier ici',
    orDrop: 'Un fichier .ics exporté de votre calendrier. Vous pouvez aussi le déposer ici.',
    stays: 'Il est lu sur cette page et n’est envoyé nulle part.',
    reading: (name) => `Lecture de ${name}…`,
    stop: 'Arrêter la lecture',
    failed: {
      'not-a-calendar': (name) =>
        `${name} n’est pas un fichier de calendrier. Exportez votre calendrier en fichier .ics et choisissez celui-ci.`,
      'too-large': (name) => `${name} dépasse 20 Mo. Exportez une période plus courte.`,
      'too-slow': (name) => `La lecture de ${name} prend trop de temps. Exportez une période plus courte.`,
      unreadable: (name) => `${name} n’a pas pu être lu. Choisissez le fichier de nouveau.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'Un événement du fichier n’a pas pu être lu et n’est pas comparé.',
        other: `${n} événements du fichier n’ont pas pu être lus et ne sont pas comparés.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'Un événement du fichier a un fuseau horaire inconnu ici : son heure peut être fausse.',
        other: `${n} événements du fichier ont des fuseaux horaires inconnus ici : leurs heures peuvent être fausses.`,
      })),
    connected: 'vos calendriers connectés',
    useConnected: 'Utiliser vos calendriers connectés',
    connect: 'Connecter Google ou Outlook',
    loading: 'Interrogation de vos calendriers…',
    accountFailed: 'Vos calendriers n’ont pas pu être interrogés. Réessayez.',
    unsupported: 'Les calendriers connectés ne peuvent pas être comparés ici. Choisissez plutôt un fichier.',
    busy: 'Vous avez autre chose',
    clashes: (count, of) =>
      count === 0
        ? 'Vous n’avez rien d’autre à ces heures.'
        : plural(count, (n) => ({
            one: `À ${n} de ces ${of} créneaux, vous avez autre chose. Vous pouvez le choisir quand même.`,
            other: `À ${n} de ces ${of} créneaux, vous avez autre chose. Vous pouvez les choisir quand même.`,
          })),
    from: (name) => `Comparé avec ${name}`,
    remove: (name) => `Ne plus comparer avec ${name}`,
    removed: 'La comparaison est arrêtée.',
    close: 'Fermer',
  },
};
