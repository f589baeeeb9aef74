import type { MailTexts } from '../mail-texts.ts';

const numbers = new Intl.NumberFormat('ja');

/** The mails in Japanese. */
export const japaneseMails: MailTexts = {
  someone: { client: 'クライアント', coach: 'コーチ' },
  eventTitle: (who) => `${who}さんとのセッション`,
  calendarName: 'コーチングセッション',
  hello: (name) => (name ? `${name} 様` : 'こんにちは。'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `リクエスト受付：${when}、${who}さん`,
        heading: () => 'リクエストを受け付けました',
        intro: ({ who }) => `${who}さんとのセッションをリクエストしました。確定したら、またメールでお知らせします。`,
      },
      confirmed: {
        subject: ({ when, who }) => `予約確定：${when}、${who}さん`,
        heading: () => 'セッションが確定しました',
        intro: ({ who }) => `${who}さんとのセッションは、次のとおり行われます。`,
      },
      moved: {
        subject: ({ when, who }) => `${when}に変更：${who}さんとのセッション`,
        heading: () => 'セッションの日時が変わりました',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who}さんとのセッションの日時を変更しました。`
            : `${who}さんとのセッションの日時が変更されました。`,
      },
      cancelled: {
        subject: ({ when, who }) => `キャンセル：${when}、${who}さん`,
        heading: () => 'セッションがキャンセルされました',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who}さんとのセッションをキャンセルしました。`
            : by === 'other'
              ? `${who}さんがこのセッションをキャンセルしました。`
              : `${who}さんとのこのセッションは行われません。`,
      },
      reminder: {
        subject: ({ when, who }) => `リマインダー：${when}、${who}さん`,
        heading: ({ ahead }) => `セッションは${ahead}後に始まります`,
        intro: ({ who }) => `${who}さんとのセッションについてお知らせします。`,
      },
      follow_up: {
        subject: ({ when, who }) => `${who}さんとのセッションを終えて（${when}）`,
        heading: ({ who }) => `${who}さんからのメッセージ`,
        intro: ({ who, when }) => `${who}さんとのセッション（${when}）にご参加いただき、ありがとうございました。`,
      },
      paid: {
        subject: ({ when, who, amount }) => `お支払い完了：${amount}、${when}、${who}さん`,
        heading: () => 'お支払いを確認しました',
        intro: ({ who, amount }) => `${who}さんとのセッションの料金${amount}をお支払いいただきました。`,
      },
      payment_failed: {
        subject: ({ when, who }) => `お支払い失敗：${when}、${who}さん`,
        heading: () => 'お支払いを完了できませんでした',
        intro: ({ who, amount }) =>
          `${who}さんとのセッションの料金${amount}のお支払いに失敗しました。請求は発生していません。仮押さえの間は、もう一度お試しいただけます。`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `返金：${amount}、${when}、${who}さん`,
        heading: ({ amount }) => `${amount}の返金手続きを行いました`,
        intro: ({ who, amount }) =>
          `${who}さんとのセッションの料金のうち${amount}を返金しました。反映まで数日かかることがあります。`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `新しいリクエスト：${when}、${who}さん`,
        heading: () => 'セッションのリクエストが届きました',
        intro: ({ who }) => `${who}さんからセッションのリクエストが届き、返答を待っています。`,
      },
      confirmed: {
        subject: ({ when, who }) => `予約確定：${when}、${who}さん`,
        heading: () => 'セッションが確定しました',
        intro: ({ who }) => `${who}さんとのセッションの予約が確定しました。`,
      },
      moved: {
        subject: ({ when, who }) => `${when}に変更：${who}さんとのセッション`,
        heading: () => 'セッションの日時が変わりました',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who}さんとのセッションの日時を変更しました。`
            : `${who}さんがこのセッションの日時を変更しました。`,
      },
      cancelled: {
        subject: ({ when, who }) => `キャンセル：${when}、${who}さん`,
        heading: () => 'セッションがキャンセルされました',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who}さんとのこのセッションをキャンセルしました。`
            : by === 'other'
              ? `${who}さんがこのセッションをキャンセルしました。`
              : `${who}さんとのこのセッションは行われません。`,
      },
      reminder: {
        subject: ({ when, who }) => `リマインダー：${when}、${who}さん`,
        heading: ({ ahead }) => `セッションは${ahead}後に始まります`,
        intro: ({ who }) => `${who}さんとのセッションがあります。`,
      },
      paid: {
        subject: ({ when, who, amount }) => `入金：${amount}、${when}、${who}さん`,
        heading: () => 'セッションの料金が支払われました',
        intro: ({ who, amount }) => `${who}さんから${amount}の支払いがありました。`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `返金：${amount}、${when}、${who}さん`,
        heading: () => '返金が行われました',
        intro: ({ who, amount }) => `${who}さんに${amount}を返金しました。`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => 'メールアドレスの確認',
      heading: () => 'このメールアドレスはご本人のものですか？',
      intro: () => 'このアドレスでアカウントが作成されました。ご本人のものであることを確認してください。',
      action: 'アドレスを確認する',
    },
    reset_password: {
      subject: () => 'パスワードの再設定',
      heading: () => '新しいパスワードを設定してください',
      intro: ({ minutes }) => `新しいパスワードの設定がリクエストされました。リンクは1回のみ、${minutes}分間有効です。`,
      action: '新しいパスワードを設定する',
    },
    account_exists: {
      subject: () => 'アカウントはすでにあります',
      heading: () => 'アカウントはすでにあります',
      intro: () =>
        'このアドレスでアカウントを作成しようとした方がいますが、すでに登録されています。通常どおりログインしてください。パスワードをお忘れの場合は、新しいパスワードを設定してください。',
      action: '新しいパスワードを設定する',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar}の再接続が必要です`,
      heading: ({ calendar }) => `${calendar}の接続が切れました`,
      intro: ({ calendar }) =>
        `${calendar}のカレンダーの読み取りと書き込みができなくなりました。再接続するまで、セッションは追加されず、予定が入っている時間も予約できてしまうことがあります。`,
      action: '再接続する',
    },
    new_link: {
      subject: () => '予約の新しいリンク',
      heading: () => '新しいリンクをお送りします',
      intro: () =>
        '予約の確認、変更、キャンセルのための新しいリンクがリクエストされました。以前のリンクは使えなくなりました。',
      action: '予約を開く',
    },
  },
  labels: {
    when: '日時',
    before: '変更前',
    session: 'セッション',
    with: '相手',
    meeting: 'ミーティング',
    place: '場所',
    price: '料金',
    refund: '返金',
    reason: '理由',
    notes: 'メッセージ',
    others: '同席者',
  },
  noRefund: 'なし（コーチの定める返金期限を過ぎたキャンセルのため）',
  minutes: (count) => `${numbers.format(count)}分`,
  manage: '変更・キャンセル',
  answer: 'リクエストに返答する',
  open: 'セッション一覧を開く',
  join: 'ミーティングに参加する',
  why: {
    client: 'このメールは、セッションの予約に使われたアドレスにお送りしています。',
    coach: 'このメールは、予約を受け付けているコーチの方にお送りしています。',
    account: 'このメールは、当サイトで入力されたアドレスにお送りしています。',
  },
  notYou: 'お心当たりがない場合は、何もする必要はありません。',
  unsubscribe: 'リマインダーを停止',
  pages: {
    unsubscribe: {
      title: 'リマインダー',
      question: 'セッションのリマインダーを停止しますか？',
      button: 'リマインダーを停止',
      done: '完了しました。今後リマインダーは届きません。',
    },
    confirm: {
      title: 'メールアドレス',
      question: 'このアドレスがご本人のものであれば、確認してください。',
      button: 'アドレスを確認',
      done: '完了しました。アドレスを確認しました。このアドレスでログインできます。',
    },
    password: {
      title: '新しいパスワード',
      question: '新しいパスワードを設定してください。',
      label: '新しいパスワード（8文字以上）',
      button: 'パスワードを保存',
      done: '完了しました。新しいパスワードでログインしてください。',
    },
    gone: {
      title: 'このリンクは使えなくなりました',
      gone: '使用済みか、有効期限が切れています。ログイン画面から新しいリンクをリクエストしてください。',
    },
  },
};
