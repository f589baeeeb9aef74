import type { CalendarsMessages } from '../../messages.ts';

const numbers = new Intl.NumberFormat('ja');
const n = (count: number) => numbers.format(count);

/** Japanese: see journey.ts for the style. */
export const calendars: CalendarsMessages = {
  calendarConnect: {
    missing: (attributes) => `<cb-calendar-connect>には${attributes}が必要です。`,
    foreignRedirect: (address) =>
      `<cb-calendar-connect redirect-uri="${address}">は、このページと同じオリジンのアドレスにしてください。`,
    title: 'カレンダー連携',
    intro: {
      client: 'カレンダーを接続すると、確定したセッションが追加されます。',
      coach: 'カレンダーを接続すると、確定したセッションが追加されます。予定が入っている時間は予約できなくなります。',
    },
    provider: { google: 'Googleカレンダー', outlook: 'Outlook' },
    loading: 'カレンダーを読み込んでいます',
    signIn: 'カレンダーを接続するにはログインしてください。',
    signInToFinish: (provider) => `${provider}の接続を完了するには、もう一度ログインしてください。`,
    signInElsewhere: 'カレンダーを接続するには、このページでログインしてください。',
    unsupported: 'このサービスではカレンダーを接続できません。',
    noneConfigured: 'GoogleカレンダーとOutlookは、このサービスで設定されていないため接続できません。',
    notConfigured: 'このサービスで設定されていないため接続できません。',
    notConnected: '未接続',
    connected: '接続済み',
    connectedAs: (account) => `${account}として接続済み`,
    reconnectNeeded: '再接続が必要です',
    lastSync: (dayAndTime) => `最終更新：${dayAndTime}`,
    neverSynced: '今後、セッションが確定すると追加されます。',
    lastError: (detail) => `前回の更新に失敗しました：${detail}`,
    connect: '接続',
    reconnect: '再接続',
    disconnect: '接続を解除',
    about: (act, provider) => `${act}：${provider}`,
    opening: '開いています…',
    openingWindow: (provider) => `${provider}を開いています…`,
    waiting: (provider) => `${provider}のウィンドウで続けてください。`,
    showWindow: 'ウィンドウを表示',
    stopWaiting: '中止',
    finishing: '接続しています…',
    disconnecting: '解除しています…',
    disconnectQuestion: (provider) => `${provider}の接続を解除しますか？`,
    disconnectMeans: {
      client: '追加済みのセッションは残りますが、今後の変更は反映されません。',
      coach:
        '追加済みのセッションは残りますが、今後の変更は反映されません。予定が入っている時間も再び予約できるようになります。',
    },
    keep: 'このままにする',
    nowConnected: (provider) => `${provider}を接続しました。`,
    nowDisconnected: (provider) => `${provider}の接続を解除しました。`,
    failure: {
      denied: (provider) =>
        `アクセスが許可されなかったため、${provider}を接続できませんでした。もう一度接続して許可してください。`,
      closed: (provider) =>
        `ウィンドウが閉じられたため、${provider}を接続できませんでした。続けるにはもう一度接続してください。`,
      late: (provider) => `応答が遅すぎたため、${provider}を接続できませんでした。もう一度接続してください。`,
      blocked: (provider) =>
        `ブラウザが${provider}のウィンドウをブロックしました。このページのポップアップを許可して、もう一度接続してください。`,
      refused: (provider) => `${provider}が接続を許可しませんでした。もう一度お試しください。`,
    },
    redirectNotAllowed: (address) =>
      `このページはサービスに登録されていません。運営者が${address}をリダイレクト先として許可する必要があります。`,
    problems: {
      offline: 'サービスに接続できませんでした。インターネット接続を確認して、もう一度お試しください。',
      timeout: '時間内に応答がありませんでした。もう一度お試しください。',
      'rate-limited': 'リクエストが多すぎます。少し待ってから、もう一度お試しください。',
      server: 'サービスに問題が発生しています。しばらくしてからもう一度お試しください。',
      unreadable: 'サービスの応答を読み取れませんでした。しばらくしてからもう一度お試しください。',
    },
    tryAgain: 'もう一度試す',
    dismiss: '閉じる',
    feedTitle: 'その他のカレンダー',
    feedHelp: 'カレンダーアプリでこのアドレスを購読してください。自動で最新の状態に保たれます。',
    feedAddress: '非公開アドレス',
    feedSecret: 'このアドレスを知っている人は誰でもセッションを見られます。誰にも教えないでください。',
    copy: 'コピー',
    copied: 'コピーしました',
    copyByHand: 'アドレスを選択しました。キーボードでコピーしてください。',
    openFeed: 'カレンダーアプリで開く',
    reset: '非公開アドレスを変更',
    resetQuestion: '非公開アドレスを変更しますか？',
    resetMeans: '現在のアドレスはすぐに使えなくなります。購読中のカレンダーには新しいアドレスが必要です。',
    resetNow: '今すぐ変更',
    resetting: '変更しています…',
    wasReset: 'アドレスを変更しました。以前のアドレスは使えません。',
    feedFailed: 'アドレスを読み込めませんでした。',
    handingOver: '接続しています…',
    handedOver: '完了しました。このウィンドウは閉じてかまいません。',
  },
  visitorCalendar: {
    compare: '自分のカレンダーと照合',
    another: '別のカレンダーとも照合',
    title: '自分のカレンダーと照合',
    help: 'ほかの予定がある時間に印が付きます。',
    choose: 'カレンダーファイルを選択',
    dropHere: 'ここにファイルをドロップ',
    orDrop: 'カレンダーから書き出した.icsファイルを選択してください。ここにドロップすることもできます。',
    stays: 'ファイルはこのページ内で読み取られ、どこにも送信されません。',
    reading: (name) => `${name}を読み取っています…`,
    stop: '読み取りを中止',
    failed: {
      'not-a-calendar': (name) =>
        `${name}はカレンダーファイルではありません。カレンダーを.icsファイルとして書き出し、選択してください。`,
      'too-large': (name) => `${name}は20 MBを超えています。短い期間で書き出してください。`,
      'too-slow': (name) => `${name}の読み取りに時間がかかりすぎます。短い期間で書き出してください。`,
      unreadable: (name) => `${name}を読み取れませんでした。もう一度選択してください。`,
    },
    skipped: (count) => `${n(count)}件の予定を読み取れなかったため、照合されません。`,
    guessed: (count) => `${n(count)}件の予定のタイムゾーンが不明なため、時刻が正しくない可能性があります。`,
    connected: '接続済みのカレンダー',
    useConnected: '接続済みのカレンダーを使う',
    connect: 'GoogleまたはOutlookを接続',
    loading: 'カレンダーを確認しています…',
    accountFailed: 'カレンダーを確認できませんでした。もう一度お試しください。',
    unsupported: '接続済みのカレンダーとはここで照合できません。代わりにファイルを選択してください。',
    busy: '予定あり',
    clashes: (count, of) =>
      count === 0
        ? 'これらの時間にほかの予定はありません。'
        : `${n(of)}枠中${n(count)}枠にほかの予定があります。それでも選択できます。`,
    from: (name) => `${name}と照合しました`,
    remove: (name) => `${name}との照合をやめる`,
    removed: '照合をやめました。',
    close: '閉じる',
  },
};
