import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('es');

/** Spanish: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Paga para reservar esta hora',
    total: 'Total',
    when: 'Cuándo',
    heldUntil: (time) => `Reservada para ti hasta: ${time}`,
    left: (clock) => `quedan ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'La hora se te reserva un minuto más',
        other: `La hora se te reserva ${n} minutos más`,
      })),
    holdLonger: 'Reservarla más tiempo',
    pay: (amount) => `Pagar ${amount}`,
    opening: 'Abriendo la página de pago',
    otherTime: 'Elegir otra hora',
    notPaid: 'Sin pagar',
    stillHeld: 'No se ha cobrado nada. Tu hora y tus datos se conservan mientras la hora esté reservada para ti.',
    processing: 'Tu pago se está procesando',
    processingHelp: 'Suele tardar unos segundos. No hace falta que te quedes en esta página.',
    later: 'Aún no nos ha llegado el pago',
    laterHelp: 'En cuanto llegue, tu sesión queda reservada. Puedes cerrar esta página.',
    lookAgain: 'Comprobar de nuevo',
    expired: 'La hora ya no está reservada para ti',
    expiredHelp: 'No se pagó a tiempo y no se ha cobrado nada. Puede que siga libre.',
    cancelled: 'Esta sesión está cancelada',
    returned: 'La hora se ocupó antes de que llegara el pago',
    returnedHelp: (amount) => `${amount} vuelven en unos días a la tarjeta con la que pagaste.`,
    chooseAgain: 'Elegir una hora',
    paid: (amount) => `Pagado: ${amount}`,
    failed: 'No se pudo abrir la página de pago. No se ha cobrado nada. Inténtalo de nuevo en un momento.',
    offline: 'No tienes conexión. No se ha cobrado nada.',
    notConfigured: 'Esto solo se puede pagar en la sesión.',
    unknown: 'No se pudo cargar tu reserva',
    unknownHelp: 'Si has pagado, tu pago está a salvo. Comprueba tu conexión a internet e inténtalo de nuevo.',
    loading: 'Cargando tu reserva',
    tryAgain: 'Intentar de nuevo',
    refundFull: (until) => `Cancela hasta el ${until} y se te devuelve todo.`,
    refundPart: (percent, until) => `Después, un ${percent} %, hasta el ${until}.`,
    refundNone: 'Si cancelas más tarde, no se devuelve nada.',
  },
  sessionTypes: {
    title: '¿Qué quieres reservar?',
    minutes: (count) => `${count} min`,
    free: 'Gratis',
    payAtSession: 'Se paga en la sesión',
    confirmedByCoach: 'El coach confirma',
    place: { video: 'Videollamada', phone: 'Teléfono', place: 'En persona', link: 'En línea' },
    allBack: (span) =>
      span
        ? `Cancela hasta ${span} antes del comienzo y se te devuelve todo.`
        : 'Cancela antes del comienzo y se te devuelve todo.',
    partBack: (percent, span) => (span ? `Un ${percent} % hasta ${span} antes.` : `Después, un ${percent} %.`),
    change: 'Cambiar',
    loading: 'Cargando las ofertas',
    failed: 'No se pudieron cargar las ofertas. Comprueba tu conexión a internet e inténtalo de nuevo.',
    tryAgain: 'Intentar de nuevo',
    none: 'Por ahora no se puede reservar nada.',
  },
};
