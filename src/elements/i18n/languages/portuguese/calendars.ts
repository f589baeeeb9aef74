import { plurals } from '../../../../domain/language/plurals.ts';
import type { CalendarsMessages } from '../../messages.ts';

const plural = plurals('pt');

/** Brazilian Portuguese: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect> precisa de ${attributes}.`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}"> precisa ser um endereço da mesma origem que esta página.`,
    title: 'Suas agendas',
    intro: {
      client: 'Conecte uma agenda, e suas sessões confirmadas aparecerão nela.',
      coach:
        'Conecte uma agenda, e as sessões confirmadas aparecerão nela. Os horários em que você tem compromisso nela deixam de ser oferecidos.',
    },
    provider: { google: 'Google Agenda', outlook: 'Outlook' },
    loading: 'Carregando suas agendas',
    signIn: 'Entre para conectar sua agenda.',
    signInToFinish: (provider) => `Entre mais uma vez para terminar de conectar o ${provider}.`,
    signInElsewhere: 'Entre na sua conta nesta página para conectar sua agenda.',
    unsupported: 'Este serviço não conecta agendas.',
    noneConfigured: 'Não é possível conectar o Google Agenda nem o Outlook aqui: o serviço não os configurou.',
    notConfigured: 'Não é possível conectar aqui: o serviço não configurou isso.',
    notConnected: 'Não conectada',
    connected: 'Conectada',
    connectedAs: (account) => `Conectada como ${account}`,
    reconnectNeeded: 'É preciso reconectar',
    lastSync: (dayAndTime) => `Última atualização: ${dayAndTime}`,
    neverSynced: 'De agora em diante, as sessões entram nela assim que são confirmadas.',
    lastError: (detail) => `A última atualização falhou: ${detail}`,
    connect: 'Conectar',
    reconnect: 'Reconectar',
    disconnect: 'Desconectar',
    about: (act, provider) => `${act}: ${provider}`,
    opening: 'Abrindo…',
    openingWindow: (provider) => `Abrindo ${provider}…`,
    waiting: (provider) => `Continue na janela do ${provider}.`,
    showWindow: 'Mostrar a janela',
    stopWaiting: 'Parar',
    finishing: 'Conectando…',
    disconnecting: 'Desconectando…',
    disconnectQuestion: (provider) => `Desconectar o ${provider}?`,
    disconnectMeans: {
      client: 'As sessões que já estão nela ficam. As mudanças seguintes não chegam mais.',
      coach:
        'As sessões que já estão nela ficam. As mudanças seguintes não chegam mais, e os horários em que você tem compromisso nela voltam a ser oferecidos.',
    },
    keep: 'Manter',
    nowConnected: (provider) => `Agenda conectada: ${provider}.`,
    nowDisconnected: (provider) => `Agenda desconectada: ${provider}.`,
    failure: {
      denied: (provider) =>
        `${provider}: a agenda não foi conectada porque o acesso não foi permitido. Conecte de novo para permitir.`,
      closed: (provider) =>
        `${provider}: a agenda não foi conectada porque a janela foi fechada. Conecte de novo para continuar.`,
      late: (provider) =>
        `${provider}: a agenda não foi conectada porque a resposta chegou tarde demais. Conecte de novo.`,
      blocked: (provider) =>
        `O navegador bloqueou a janela do ${provider}. Permita pop-ups nesta página e conecte de novo.`,
      refused: (provider) => `${provider}: a conexão não foi permitida. Tente de novo.`,
    },
    redirectNotAllowed: (address) =>
      `O serviço não conhece esta página. Quem o administra precisa permitir ${address} como endereço de redirecionamento.`,
    problems: {
      offline: 'O serviço não responde. Verifique sua conexão com a internet e tente de novo.',
      timeout: 'A resposta não chegou a tempo. Tente de novo.',
      'rate-limited': 'Houve solicitações demais. Espere um momento e tente de novo.',
      server: 'O serviço está com um problema. Tente de novo em instantes.',
      unreadable: 'A resposta do serviço não pôde ser lida. Tente mais tarde.',
    },
    tryAgain: 'Tentar de novo',
    dismiss: 'Fechar',
    feedTitle: 'Qualquer outra agenda',
    feedHelp: 'Assine este endereço no seu aplicativo de agenda. Ele se atualiza sozinho.',
    feedAddress: 'Seu endereço privado',
    feedSecret: 'Quem tem este endereço pode ler suas sessões. Não o compartilhe com ninguém.',
    copy: 'Copiar',
    copied: 'Copiado',
    copyByHand: 'O endereço está selecionado: copie com o teclado.',
    openFeed: 'Abrir em um aplicativo de agenda',
    reset: 'Trocar o endereço privado',
    resetQuestion: 'Trocar o endereço privado?',
    resetMeans: 'O atual deixa de funcionar na hora. As agendas que o assinam precisam do novo.',
    resetNow: 'Trocar agora',
    resetting: 'Trocando…',
    wasReset: 'O endereço foi trocado. O antigo não funciona mais.',
    feedFailed: 'Não foi possível carregar o endereço.',
    handingOver: 'Conectando…',
    handedOver: 'Pronto. Você pode fechar esta janela.',
  },
  visitorCalendar: {
    compare: 'Comparar com sua agenda',
    another: 'Comparar com outra agenda',
    title: 'Comparar com sua agenda',
    help: 'Os horários em que você tem outro compromisso ficam marcados.',
    choose: 'Escolher um arquivo de agenda',
    dropHere: 'Solte o arquivo aqui',
    orDrop: 'Um arquivo .ics exportado da sua agenda. Você também pode soltá-lo aqui.',
    stays: 'Ele é lido nesta página e não é enviado a lugar nenhum.',
    reading: (name) => `Lendo ${name}…`,
    stop: 'Parar de ler',
    failed: {
      'not-a-calendar': (name) =>
        `${name} não é um arquivo de agenda. Exporte sua agenda como arquivo .ics e escolha esse arquivo.`,
      'too-large': (name) => `${name} tem mais de 20 MB. Exporte um período mais curto.`,
      'too-slow': (name) => `${name} demora demais para ser lido. Exporte um período mais curto.`,
      unreadable: (name) => `Não foi possível ler ${name}. Escolha o arquivo de novo.`,
    },
    skipped: (count) =>
      plural(count, (n) => ({
        one: 'Um evento do arquivo não pôde ser lido e não é comparado.',
        other: `${n} eventos do arquivo não puderam ser lidos e não são comparados.`,
      })),
    guessed: (count) =>
      plural(count, (n) => ({
        one: 'Um evento do arquivo tem um fuso horário desconhecido aqui: o horário dele pode estar errado.',
        other: `${n} eventos do arquivo têm fusos horários desconhecidos aqui: os horários deles podem estar errados.`,
      })),
    connected: 'suas agendas conectadas',
    useConnected: 'Usar suas agendas conectadas',
    connect: 'Conectar Google ou Outlook',
    loading: 'Consultando suas agendas…',
    accountFailed: 'Não foi possível consultar suas agendas. Tente de novo.',
    unsupported: 'As agendas conectadas não podem ser comparadas aqui. Escolha um arquivo.',
    busy: 'Você tem compromisso',
    clashes: (count, of) =>
      count === 0
        ? 'Você não tem outro compromisso nestes horários.'
        : plural(count, (n) => ({
            one: `Você tem outro compromisso em ${n} destes ${of} horários. Mesmo assim, você pode escolhê-lo.`,
            other: `Você tem outro compromisso em ${n} destes ${of} horários. Mesmo assim, você pode escolhê-los.`,
          })),
    from: (name) => `Comparado com ${name}`,
    remove: (name) => `Parar de comparar com ${name}`,
    removed: 'Não é mais comparado.',
    close: 'Fechar',
  },
};
