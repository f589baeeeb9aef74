import { plurals } from '../../../../domain/language/plurals.ts';
import type { SellingMessages } from '../../messages.ts';

const plural = plurals('pt');

/** Brazilian Portuguese: see journey.ts for the style. */
export const selling: SellingMessages = {
  payment: {
    title: 'Pague para agendar este horário',
    total: 'Total',
    when: 'Quando',
    heldUntil: (time) => `Reservado para você até ${time}`,
    left: (clock) => `restam ${clock}`,
    minutesLeft: (minutes) =>
      plural(minutes, (n) => ({
        one: 'O horário fica reservado por mais um minuto',
        other: `O horário fica reservado por mais ${n} minutos`,
      })),
    holdLonger: 'Reservar por mais tempo',
    pay: (amount) => `Pagar ${amount}`,
    opening: 'Abrindo a página de pagamento',
    otherTime: 'Escolher outro horário',
    notPaid: 'Não pago',
    stillHeld: 'Nada foi cobrado. Seu horário e seus dados ficam guardados até o fim da reserva.',
    processing: 'Seu pagamento está sendo processado',
    processingHelp: 'Costuma levar alguns segundos. Você não precisa ficar nesta página.',
    later: 'O pagamento ainda não chegou até nós',
    laterHelp: 'Assim que ele chegar, sua sessão fica agendada. Você pode fechar esta página.',
    lookAgain: 'Verificar de novo',
    expired: 'O horário não está mais reservado',
    expiredHelp: 'O pagamento não foi feito a tempo e nada foi cobrado. O horário talvez ainda esteja livre.',
    cancelled: 'Esta sessão está cancelada',
    returned: 'O horário foi ocupado antes de o pagamento chegar',
    returnedHelp: (amount) => `Em alguns dias, ${amount} voltam para o cartão usado no pagamento.`,
    chooseAgain: 'Escolher um horário',
    paid: (amount) => `Pago: ${amount}`,
    failed: 'Não foi possível abrir a página de pagamento. Nada foi cobrado. Tente de novo em instantes.',
    offline: 'Você está sem conexão. Nada foi cobrado.',
    notConfigured: 'Isto só pode ser pago na sessão.',
    unknown: 'Não foi possível carregar seu agendamento',
    unknownHelp: 'Se você já pagou, o pagamento está seguro. Verifique sua conexão com a internet e tente de novo.',
    loading: 'Carregando seu agendamento',
    tryAgain: 'Tentar de novo',
    refundFull: (until) => `Reembolso total se você cancelar até: ${until}.`,
    refundPart: (percent, until) => `Depois, ${percent}% até: ${until}.`,
    refundNone: 'Cancelamentos posteriores não têm reembolso.',
  },
  sessionTypes: {
    title: 'O que você quer agendar?',
    minutes: (count) => `${count} min`,
    free: 'Grátis',
    payAtSession: 'Pagamento na sessão',
    confirmedByCoach: 'O coach confirma',
    place: { video: 'Videochamada', phone: 'Telefone', place: 'Presencial', link: 'On-line' },
    allBack: (span) =>
      span
        ? `Cancele até ${span} antes do início e receba tudo de volta.`
        : 'Cancele antes do início e receba tudo de volta.',
    partBack: (percent, span) => (span ? `Até ${span} antes, ${percent}%.` : `Depois disso, ${percent}%.`),
    change: 'Mudar',
    loading: 'Carregando os tipos de sessão',
    failed: 'Não foi possível carregar os tipos de sessão. Verifique sua conexão com a internet e tente de novo.',
    tryAgain: 'Tentar de novo',
    none: 'No momento não há nada para agendar.',
  },
};
