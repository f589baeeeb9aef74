import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('es');

/** Spanish: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> necesita ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> debe ser una dirección del mismo origen que esta página.`,
    title: 'Tus calendarios',
    intro: {
      client: 'Conecta un calendario y tus sesiones confirmadas aparecerán en él.',
      coach:
        'Conecta un calendario y las sesiones confirmadas aparecerán en él. Las horas en que tengas allí otro compromiso dejan de ofrecerse.',
    },
    provider: { google: 'Google Calendar', outlook: 'Outlook' },
    loading: 'Cargando tus calendarios',
    signIn: 'Entra para conectar tu calendario.',
    signInToFinish: (provider) => `Vuelve a entrar para terminar de conectar ${provider}.`,
    signInElsewhere: 'Entra con tu cuenta en esta página para conectar tu calendario.',
    unsupported: 'Este servicio no conecta calendarios.',
    noneConfigured: 'Aquí no se pueden conectar Google Calendar ni Outlook: el servicio no los ha configurado.',
    notConfigured: 'Aquí no se puede conectar: el servicio no lo ha configurado.',
    notConnected: 'Sin conectar',
    connected: 'Conectado',
    connectedAs: (account) => `Conectado como ${account}`,
    reconnectNeeded: 'Hay que volver a conectarlo',
    lastSync: (dayAndTime) => `Última actualización: ${dayAndTime}`,
    neverSynced: 'Desde ahora las sesiones se anotan en él en cuanto se confirman.',
    lastError: (detail) => `La última actualización falló: ${detail}`,
    connect: 'Conectar',
    reconnect: 'Volver a conectar',
    disconnect: 'Desconectar',
    about: (act, provider) => `${act}: ${provider}`,
    opening: 'Abriendo…',
    openingWindow: (provider) => `Abriendo ${provider}…`,
    waiting: (provider) => `Sigue en la ventana de ${provider}.`,
    showWindow: 'Mostrar la ventana',
    stopWaiting: 'Detener',
    finishing: 'Conectando…',
    disconnecting: 'Desconectando…',
    disconnectQuestion: (provider) => `¿Desconectar ${provider}?`,
    disconnectMeans: {
      client: 'Las sesiones que ya están en él se quedan. Los cambios posteriores dejan de llegar.',
      coach:
        'Las sesiones que ya están en él se quedan. Los cambios posteriores dejan de llegar, y las horas en que tengas allí otro compromiso se vuelven a ofrecer.',
    },
    keep: 'Conservar',
    nowConnected: (provider) => `${provider} está conectado.`,
    nowDisconnected: (provider) => `${provider} está desconectado.`,
    failure: {
      denied: (provider) =>
        `${provider} no se conectó porque no se permitió el acceso. Conéctalo de nuevo para permitirlo.`,
      closed: (provider) => `${provider} no se conectó porque se cerró la ventana. Conéctalo de nuevo para seguir.`,
      late: (provider) => `${provider} no se conectó porque la respuesta llegó demasiado tarde. Conéctalo de nuevo.`,
      blocked: (provider) =>
        `El navegador bloqueó la ventana de ${provider}. Permite las ventanas emergentes de esta página y conéctalo de nuevo.`,
      refused: (provider) => `${provider} no permitió la conexión. Inténtalo de nuevo.`,
    },
    redirectNotAllowed: (address) =>
      `El servicio no conoce esta página. Quien lo gestiona debe permitir ${address} como dirección de redirección.`,
    problems: {
      offline: 'El servicio no responde. Comprueba tu conexión a internet e inténtalo de nuevo.',
      timeout: 'No llegó respuesta a tiempo. Inténtalo de nuevo.',
      'rate-limited': 'Demasiadas peticiones. Espera un momento e inténtalo de nuevo.',
      server: 'El servicio tiene un problema. Inténtalo de nuevo en un momento.',
      unreadable: 'La respuesta del servicio no se puede leer. Inténtalo más tarde.',
    },
    tryAgain: 'Intentar de nuevo',
    dismiss: 'Cerrar',
    feedTitle: 'Cualquier otro calendario',
    feedHelp: 'Suscríbete a esta dirección en tu aplicación de calendario. Se actualiza sola.',
    feedAddress: 'Tu dirección privada',
    feedSecret: 'Quien tenga esta dirección puede leer tus sesiones. No se la des a nadie.',
    copy: 'Copiar',
    copied: 'Copiado',
    copyByHand: 'La dirección está seleccionada: cópiala con el teclado.',
    openFeed: 'Abrir en una aplicación de calendario',
    reset: 'Reemplazar la dirección privada',
    resetQuestion: '¿Reemplazar la dirección privada?',
    resetMeans: 'La actual deja de funcionar al instante. Los calendarios suscritos a ella necesitan la nueva.',
    resetNow: 'Reemplazar ahora',
    resetting: 'Reemplazando…',
    wasReset: 'Se ha reemplazado la dirección. La antigua ya no funciona.',
    feedFailed: 'No se pudo cargar la dirección.',
    handingOver: 'Conectando…',
    handedOver: 'Listo. Puedes cerrar esta ventana.',
  },
  visitorCalendar: {
    compare: 'Comparar con tu calendario',
    another: 'Comparar con otro calendario',
    title: 'Comparar con tu calendario',
    help: 'Se marcan las horas en que tienes otro compromiso.',
    choose: 'Elegir archivo de calendario',
    dropHere: 'Suelta el archivo aquí',
    orDrop: 'Un archivo .ics exportado de tu calendario. También puedes soltarlo aquí.',
    stays: 'Se lee en esta página y no se envía a ninguna parte.',
    reading: (name) => `Leyendo ${name}…`,
    stop: 'Dejar de leer',
    failed: {
      'not-a-calendar': (name) =>
        `${name} no es un archivo de calendario. Exporta tu calendario como archivo .ics y elige ese.`,
      'too-large': (name) => `${name} pasa de 20 MB. Exporta un periodo más corto.`,
      'too-slow': (name) => `Leer ${name} tarda demasiado. Exporta un periodo más corto.`,
      unreadable: (name) => `No se pudo leer ${name}. Elige el archivo de nuevo.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'Una entrada del archivo no se pudo leer y no se compara.',
        other: `${n} entradas del archivo no se pudieron leer y no se comparan.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'Una entrada del archivo tiene una zona horaria que aquí no se conoce: su hora puede ser errónea.',
        other: `${n} entradas del archivo tienen zonas horarias que aquí no se conocen: sus horas pueden ser erróneas.`,
      })),
    connected: 'tus calendarios conectados',
    useConnected: 'Usar tus calendarios conectados',
    connect: 'Conectar Google u Outlook',
    loading: 'Consultando tus calendarios…',
    accountFailed: 'No se pudieron consultar tus calendarios. Inténtalo de nuevo.',
    unsupported: 'Los calendarios conectados no se pueden comparar aquí. Elige un archivo.',
    busy: 'Tienes otro compromiso',
    clashes: (count, of) =>
      count === 0
        ? 'No tienes otro compromiso a estas horas.'
        : plural(count, (n) => ({
            one: `En ${n} de estas ${of} horas tienes otro compromiso. Puedes elegirla de todos modos.`,
            other: `En ${n} de estas ${of} horas tienes otro compromiso. Puedes elegirlas de todos modos.`,
          })),
    from: (name) => `Comparado con ${name}`,
    remove: (name) => `Dejar de comparar con ${name}`,
    removed: 'Ya no se compara.',
    close: 'Cerrar',
  },
};
