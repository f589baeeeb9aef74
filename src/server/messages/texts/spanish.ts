import type { MailTexts } from '../mail-texts.ts';

/** The mails in Spanish. */
export const spanishMails: MailTexts = {
  someone: { client: 'un cliente', coach: 'tu coach' },
  eventTitle: (who) => `Sesión con ${who}`,
  calendarName: 'Sesiones de coaching',
  hello: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Solicitada: ${when} con ${who}`,
        heading: () => 'Tu solicitud ha llegado',
        intro: ({ who }) => `Has pedido una sesión con ${who}. Recibirás otro correo en cuanto se confirme.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confirmada: ${when} con ${who}`,
        heading: () => 'Tu sesión está confirmada',
        intro: ({ who }) => `Tu sesión con ${who} tendrá lugar como se indica aquí.`,
      },
      moved: {
        subject: ({ when, who }) => `Movida al ${when}: sesión con ${who}`,
        heading: () => 'Tu sesión tiene una hora nueva',
        intro: ({ who, by }) =>
          by === 'reader' ? `Has movido tu sesión con ${who}.` : `Tu sesión con ${who} se ha movido.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Cancelada: ${when} con ${who}`,
        heading: () => 'Tu sesión está cancelada',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Has cancelado tu sesión con ${who}.`
            : by === 'other'
              ? `Esta sesión la ha cancelado ${who}.`
              : `Esta sesión con ${who} no tendrá lugar.`,
      },
      reminder: {
        subject: ({ when, who }) => `Recordatorio: ${when} con ${who}`,
        heading: ({ ahead }) => `Tu sesión empieza en ${ahead}`,
        intro: ({ who }) => `Esto es lo que necesitas para tu sesión con ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Después de tu sesión del ${when} con ${who}`,
        heading: ({ who }) => `Unas palabras de ${who}`,
        intro: ({ who, when }) => `Gracias por tu sesión con ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Pagado: ${amount} por ${when} con ${who}`,
        heading: () => 'Tu pago ha llegado',
        intro: ({ who, amount }) => `Has pagado ${amount} por tu sesión con ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `Pago fallido: ${when} con ${who}`,
        heading: () => 'Tu pago no se ha completado',
        intro: ({ who, amount }) =>
          `El pago de ${amount} por tu sesión con ${who} ha fallado. No se ha cobrado nada. Puedes intentarlo de nuevo mientras la hora esté reservada para ti.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Devuelto: ${amount} por ${when} con ${who}`,
        heading: ({ amount }) => `Tu devolución de ${amount} está en camino`,
        intro: ({ who, amount }) =>
          `Por tu sesión con ${who} se te han devuelto ${amount}. Puede que tu banco tarde unos días en mostrarlo.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Solicitud nueva: ${when} con ${who}`,
        heading: () => 'Alguien pide una sesión',
        intro: ({ who }) => `Tienes una solicitud de ${who} que espera tu respuesta.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confirmada: ${when} con ${who}`,
        heading: () => 'Una sesión está confirmada',
        intro: ({ who }) => `Tu sesión con ${who} está reservada.`,
      },
      moved: {
        subject: ({ when, who }) => `Movida al ${when}: sesión con ${who}`,
        heading: () => 'Una sesión tiene una hora nueva',
        intro: ({ who, by }) =>
          by === 'reader' ? `Has movido tu sesión con ${who}.` : `Esta sesión la ha movido ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Cancelada: ${when} con ${who}`,
        heading: () => 'Una sesión está cancelada',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Has cancelado esta sesión con ${who}.`
            : by === 'other'
              ? `Esta sesión la ha cancelado ${who}.`
              : `Esta sesión con ${who} no tendrá lugar.`,
      },
      reminder: {
        subject: ({ when, who }) => `Recordatorio: ${when} con ${who}`,
        heading: ({ ahead }) => `Tu sesión empieza en ${ahead}`,
        intro: ({ who }) => `Tienes una sesión con ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Pagado: ${amount} por ${when} con ${who}`,
        heading: () => 'Se ha pagado una sesión',
        intro: ({ who, amount }) => `Recibido de ${who}: ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Devuelto: ${amount} por ${when} con ${who}`,
        heading: () => 'Se ha devuelto un pago',
        intro: ({ who, amount }) => `Devolución a ${who}: ${amount}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Confirma tu dirección de correo',
      heading: () => '¿Es esta tu dirección?',
      intro: () => 'Con esta dirección se ha creado una cuenta. Confirma que es tuya.',
      action: 'Confirmar la dirección',
    },
    reset_password: {
      subject: () => 'Una contraseña nueva para tu cuenta',
      heading: () => 'Elige una contraseña nueva',
      intro: ({ minutes }) =>
        `Alguien ha pedido una contraseña nueva. El enlace sirve una vez y vale ${minutes} minutos.`,
      action: 'Elegir una contraseña nueva',
    },
    account_exists: {
      subject: () => 'Ya tienes una cuenta',
      heading: () => 'Ya tienes una cuenta',
      intro: () =>
        'Alguien quiso crear una cuenta con esta dirección, y ya hay una. Entra como siempre; si no recuerdas la contraseña, elige una nueva.',
      action: 'Elegir una contraseña nueva',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `Hay que volver a conectar ${calendar}`,
      heading: ({ calendar }) => `${calendar} ya no está conectado`,
      intro: ({ calendar }) =>
        `${calendar} ya no nos deja leer ni escribir tu calendario. Hasta que lo conectes de nuevo, las sesiones no se anotan en él y puede que se ofrezcan horas en que tienes otro compromiso.`,
      action: 'Volver a conectar',
    },
    new_link: {
      subject: () => 'El nuevo enlace a tu reserva',
      heading: () => 'Aquí está tu nuevo enlace',
      intro: () =>
        'Has pedido un enlace nuevo para ver, mover o cancelar tu reserva. Los enlaces anteriores ya no funcionan.',
      action: 'Abrir la reserva',
    },
  },
  labels: {
    when: 'Cuándo',
    before: 'Antes',
    session: 'Sesión',
    with: 'Con',
    meeting: 'Reunión',
    place: 'Lugar',
    price: 'Precio',
    refund: 'Devolución',
    reason: 'Motivo',
    notes: 'Mensaje',
    others: 'También participan',
  },
  noRefund: 'Ninguna: la cancelación llegó más tarde de lo que permiten las reglas del coach',
  minutes: (count) => `${count} minutos`,
  manage: 'Mover o cancelar',
  answer: 'Responder a la solicitud',
  open: 'Abrir tus sesiones',
  join: 'Unirse a la reunión',
  why: {
    client: 'Recibes este correo porque la sesión se reservó con esta dirección.',
    coach: 'Recibes este correo porque se pueden reservar sesiones contigo.',
    account: 'Recibes este correo porque esta dirección se escribió en nuestro sitio.',
  },
  notYou: 'Si no has sido tú, no tienes que hacer nada.',
  unsubscribe: 'No recibir más recordatorios',
  pages: {
    unsubscribe: {
      title: 'Recordatorios',
      question: '¿Quieres dejar de recibir recordatorios de tus sesiones?',
      button: 'No recibir más recordatorios',
      done: 'Hecho: ya no recibirás recordatorios.',
    },
    confirm: {
      title: 'Tu dirección de correo',
      question: '¿Es tuya esta dirección? Entonces confírmala.',
      button: 'Confirmar la dirección',
      done: 'Hecho: la dirección está confirmada. Puedes entrar con ella.',
    },
    password: {
      title: 'Una contraseña nueva',
      question: 'Elige una contraseña nueva.',
      label: 'Contraseña nueva (al menos 8 caracteres)',
      button: 'Guardar la contraseña',
      done: 'Hecho: entra con la contraseña nueva.',
    },
    gone: {
      title: 'Este enlace ya no es válido',
      gone: 'Ya se usó o es demasiado antiguo. Pide uno nuevo donde entras en tu cuenta.',
    },
  },
};
