import type { MailTexts } from '../mail-texts.ts';

/** The mails in Brazilian Portuguese. */
export const portugueseMails: MailTexts = {
  someone: { client: 'um cliente', coach: 'seu coach' },
  eventTitle: (who) => `Sessão com ${who}`,
  calendarName: 'Sessões de coaching',
  hello: (name) => (name ? `Olá, ${name},` : 'Olá,'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `Solicitada: ${when} com ${who}`,
        heading: () => 'Sua solicitação chegou',
        intro: ({ who }) =>
          `Você solicitou uma sessão com ${who}. Você receberá outro e-mail quando ela for confirmada.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confirmada: ${when} com ${who}`,
        heading: () => 'Sua sessão está confirmada',
        intro: ({ who }) => `Sua sessão com ${who} acontecerá como indicado aqui.`,
      },
      moved: {
        subject: ({ when, who }) => `Remarcada para ${when}: sessão com ${who}`,
        heading: () => 'Sua sessão tem um novo horário',
        intro: ({ who, by }) =>
          by === 'reader' ? `Você remarcou sua sessão com ${who}.` : `Sua sessão com ${who} foi remarcada.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Cancelada: ${when} com ${who}`,
        heading: () => 'Sua sessão está cancelada',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Você cancelou sua sessão com ${who}.`
            : by === 'other'
              ? `Esta sessão foi cancelada por ${who}.`
              : `Esta sessão com ${who} não vai acontecer.`,
      },
      reminder: {
        subject: ({ when, who }) => `Lembrete: ${when} com ${who}`,
        heading: ({ ahead }) => `Sua sessão começa em ${ahead}`,
        intro: ({ who }) => `Aqui está o que você precisa para a sessão com ${who}.`,
      },
      follow_up: {
        subject: ({ when, who }) => `Depois da sua sessão de ${when} com ${who}`,
        heading: ({ who }) => `Algumas palavras de ${who}`,
        intro: ({ who, when }) => `Agradecemos pela sua sessão com ${who} (${when}).`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Pago: ${amount} por ${when} com ${who}`,
        heading: () => 'Seu pagamento chegou',
        intro: ({ who, amount }) => `Você pagou ${amount} pela sessão com ${who}.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `O pagamento falhou: ${when} com ${who}`,
        heading: () => 'Seu pagamento não foi concluído',
        intro: ({ who, amount }) =>
          `O pagamento de ${amount} pela sessão com ${who} falhou. Nada foi cobrado. Você pode tentar de novo enquanto o horário estiver reservado para você.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Reembolsado: ${amount} por ${when} com ${who}`,
        heading: ({ amount }) => `Seu reembolso de ${amount} está a caminho`,
        intro: ({ who, amount }) =>
          `Da sua sessão com ${who}, ${amount} foram reembolsados. Seu banco pode levar alguns dias para mostrar o valor.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `Nova solicitação: ${when} com ${who}`,
        heading: () => 'Alguém solicitou uma sessão',
        intro: ({ who }) => `Você tem uma solicitação de ${who} que aguarda sua resposta.`,
      },
      confirmed: {
        subject: ({ when, who }) => `Confirmada: ${when} com ${who}`,
        heading: () => 'Uma sessão está confirmada',
        intro: ({ who }) => `Sua sessão com ${who} está agendada.`,
      },
      moved: {
        subject: ({ when, who }) => `Remarcada para ${when}: sessão com ${who}`,
        heading: () => 'Uma sessão tem um novo horário',
        intro: ({ who, by }) =>
          by === 'reader' ? `Você remarcou sua sessão com ${who}.` : `Esta sessão foi remarcada por ${who}.`,
      },
      cancelled: {
        subject: ({ when, who }) => `Cancelada: ${when} com ${who}`,
        heading: () => 'Uma sessão está cancelada',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `Você cancelou esta sessão com ${who}.`
            : by === 'other'
              ? `Esta sessão foi cancelada por ${who}.`
              : `Esta sessão com ${who} não vai acontecer.`,
      },
      reminder: {
        subject: ({ when, who }) => `Lembrete: ${when} com ${who}`,
        heading: ({ ahead }) => `Sua sessão começa em ${ahead}`,
        intro: ({ who }) => `Você tem uma sessão com ${who}.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `Pago: ${amount} por ${when} com ${who}`,
        heading: () => 'Uma sessão foi paga',
        intro: ({ who, amount }) => `Recebido de ${who}: ${amount}.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `Reembolsado: ${amount} por ${when} com ${who}`,
        heading: () => 'Um pagamento foi reembolsado',
        intro: ({ who, amount }) => `Reembolso para ${who}: ${amount}.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'Confirme seu e-mail',
      heading: () => 'Este e-mail é seu?',
      intro: () => 'Uma conta foi criada com este e-mail. Confirme que ele é seu.',
      action: 'Confirmar o e-mail',
    },
    reset_password: {
      subject: () => 'Uma nova senha para sua conta',
      heading: () => 'Escolha uma nova senha',
      intro: ({ minutes }) => `Alguém pediu uma nova senha. O link funciona uma vez e vale por ${minutes} minutos.`,
      action: 'Escolher uma nova senha',
    },
    account_exists: {
      subject: () => 'Você já tem uma conta',
      heading: () => 'Você já tem uma conta',
      intro: () =>
        'Alguém tentou criar uma conta com este e-mail, e ela já existe. Entre como sempre; se você não lembra a senha, escolha uma nova.',
      action: 'Escolher uma nova senha',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `É preciso conectar de novo: ${calendar}`,
      heading: ({ calendar }) => `Agenda não mais conectada: ${calendar}`,
      intro: ({ calendar }) =>
        `Não podemos mais ler e escrever na sua agenda (${calendar}). Até você conectá-la de novo, as sessões não entram nela, e podem ser oferecidos horários em que você tem compromisso.`,
      action: 'Conectar de novo',
    },
    new_link: {
      subject: () => 'O novo link do seu agendamento',
      heading: () => 'Aqui está seu novo link',
      intro: () =>
        'Você pediu um novo link para ver, remarcar ou cancelar seu agendamento. Os links anteriores não funcionam mais.',
      action: 'Abrir o agendamento',
    },
  },
  labels: {
    when: 'Quando',
    before: 'Antes',
    session: 'Sessão',
    with: 'Com',
    meeting: 'Reunião',
    place: 'Local',
    price: 'Preço',
    refund: 'Reembolso',
    reason: 'Motivo',
    notes: 'Mensagem',
    others: 'Também participam',
  },
  noRefund: 'Nenhum: o cancelamento veio mais tarde do que as regras do coach permitem',
  minutes: (count) => `${count} minutos`,
  manage: 'Remarcar ou cancelar',
  answer: 'Responder à solicitação',
  open: 'Abrir suas sessões',
  join: 'Entrar na reunião',
  why: {
    client: 'Você recebe este e-mail porque a sessão foi agendada com este endereço.',
    coach: 'Você recebe este e-mail porque clientes podem agendar sessões com você.',
    account: 'Você recebe este e-mail porque este endereço foi informado no nosso site.',
  },
  notYou: 'Se não foi você, não é preciso fazer nada.',
  unsubscribe: 'Não receber mais lembretes',
  pages: {
    unsubscribe: {
      title: 'Lembretes',
      question: 'Quer deixar de receber lembretes das suas sessões?',
      button: 'Não receber mais lembretes',
      done: 'Pronto: você não receberá mais lembretes.',
    },
    confirm: {
      title: 'Seu e-mail',
      question: 'Este e-mail é seu? Então confirme.',
      button: 'Confirmar o e-mail',
      done: 'Pronto: o e-mail está confirmado. Você já pode entrar com ele.',
    },
    password: {
      title: 'Uma nova senha',
      question: 'Escolha uma nova senha.',
      label: 'Nova senha (pelo menos 8 caracteres)',
      button: 'Salvar a senha',
      done: 'Pronto: entre com a nova senha.',
    },
    gone: {
      title: 'Este link não funciona mais',
      gone: 'Ele já foi usado ou é antigo demais. Peça um novo onde você entra na sua conta.',
    },
  },
};
