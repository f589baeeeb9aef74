import type { MailTexts } from '../mail-texts.ts';

const numbers = new Intl.NumberFormat('zh-Hant');

/** The mails in traditional Chinese. */
export const traditionalChineseMails: MailTexts = {
  someone: { client: '客戶', coach: '您的教練' },
  eventTitle: (who) => `與${who}的會談`,
  calendarName: '教練會談',
  hello: (name) => (name ? `${name}您好：` : '您好：'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `已申請：${when}，與${who}`,
        heading: () => '已收到您的預約申請',
        intro: ({ who }) => `您申請了與${who}的會談。確認後，您會收到另一封郵件。`,
      },
      confirmed: {
        subject: ({ when, who }) => `已確認：${when}，與${who}`,
        heading: () => '您的會談已確認',
        intro: ({ who }) => `您與${who}的會談將依以下安排進行。`,
      },
      moved: {
        subject: ({ when, who }) => `已改到 ${when}：與${who}的會談`,
        heading: () => '您的會談時間已更改',
        intro: ({ who, by }) => (by === 'reader' ? `您更改了與${who}的會談時間。` : `您與${who}的會談時間已更改。`),
      },
      cancelled: {
        subject: ({ when, who }) => `已取消：${when}，與${who}`,
        heading: () => '您的會談已取消',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `您取消了與${who}的會談。`
            : by === 'other'
              ? `${who}取消了這場會談。`
              : `與${who}的這場會談不會舉行。`,
      },
      reminder: {
        subject: ({ when, who }) => `提醒：${when}，與${who}`,
        heading: ({ ahead }) => `您的會談將在 ${ahead}後開始`,
        intro: ({ who }) => `以下是您與${who}會談所需的資訊。`,
      },
      follow_up: {
        subject: ({ when, who }) => `${when} 與${who}的會談之後`,
        heading: ({ who }) => `${who}的留言`,
        intro: ({ who, when }) => `感謝您參加與${who}的會談（${when}）。`,
      },
      paid: {
        subject: ({ when, who, amount }) => `已付款：${amount}，${when}，與${who}`,
        heading: () => '已收到您的付款',
        intro: ({ who, amount }) => `您為與${who}的會談支付了 ${amount}。`,
      },
      payment_failed: {
        subject: ({ when, who }) => `付款失敗：${when}，與${who}`,
        heading: () => '您的付款沒有成功',
        intro: ({ who, amount }) => `您與${who}的會談的 ${amount} 付款失敗，沒有扣款。在時段保留期間，您可以再試一次。`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `已退款：${amount}，${when}，與${who}`,
        heading: ({ amount }) => `${amount} 正在退還給您`,
        intro: ({ who, amount }) => `您與${who}的會談已退款 ${amount}。銀行可能需要幾天才會顯示。`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `新的預約申請：${when}，與${who}`,
        heading: () => '有人申請預約會談',
        intro: ({ who }) => `${who}申請與您會談，正在等待您的回覆。`,
      },
      confirmed: {
        subject: ({ when, who }) => `已確認：${when}，與${who}`,
        heading: () => '會談已確認',
        intro: ({ who }) => `您與${who}的會談已預約完成。`,
      },
      moved: {
        subject: ({ when, who }) => `已改到 ${when}：與${who}的會談`,
        heading: () => '會談時間已更改',
        intro: ({ who, by }) => (by === 'reader' ? `您更改了與${who}的會談時間。` : `${who}更改了這場會談的時間。`),
      },
      cancelled: {
        subject: ({ when, who }) => `已取消：${when}，與${who}`,
        heading: () => '會談已取消',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `您取消了與${who}的這場會談。`
            : by === 'other'
              ? `${who}取消了這場會談。`
              : `與${who}的這場會談不會舉行。`,
      },
      reminder: {
        subject: ({ when, who }) => `提醒：${when}，與${who}`,
        heading: ({ ahead }) => `您的會談將在 ${ahead}後開始`,
        intro: ({ who }) => `您與${who}有一場會談。`,
      },
      paid: {
        subject: ({ when, who, amount }) => `已付款：${amount}，${when}，與${who}`,
        heading: () => '會談已付款',
        intro: ({ who, amount }) => `${who}支付了 ${amount}。`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `已退款：${amount}，${when}，與${who}`,
        heading: () => '款項已退還',
        intro: ({ who, amount }) => `${amount} 已退還給${who}。`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => '請確認您的電子郵件',
      heading: () => '這是您的電子郵件嗎？',
      intro: () => '有人以這個電子郵件建立了帳號。請確認這是您的電子郵件。',
      action: '確認電子郵件',
    },
    reset_password: {
      subject: () => '為您的帳號設定新密碼',
      heading: () => '請設定新密碼',
      intro: ({ minutes }) => `有人申請設定新密碼。連結僅能使用一次，${numbers.format(minutes)} 分鐘內有效。`,
      action: '設定新密碼',
    },
    account_exists: {
      subject: () => '您已經有帳號',
      heading: () => '您已經有帳號',
      intro: () => '有人嘗試以這個電子郵件建立帳號，但它已有帳號。請照常登入；如果忘記密碼，請設定新密碼。',
      action: '設定新密碼',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} 需要重新連結`,
      heading: ({ calendar }) => `${calendar} 已中斷連結`,
      intro: ({ calendar }) =>
        `${calendar} 不再允許我們讀寫您的行事曆。在重新連結之前，會談不會寫入行事曆，您忙碌的時段也可能開放預約。`,
      action: '重新連結',
    },
    new_link: {
      subject: () => '您預約的新連結',
      heading: () => '這是您的新連結',
      intro: () => '您申請了用來查看、改期或取消預約的新連結。先前的連結已失效。',
      action: '開啟預約',
    },
  },
  labels: {
    when: '時間',
    before: '原時間',
    session: '會談',
    with: '對象',
    meeting: '會議',
    place: '地點',
    price: '費用',
    refund: '退款',
    reason: '原因',
    notes: '備註',
    others: '其他參加者',
  },
  noRefund: '無：取消時間晚於教練規定的期限',
  minutes: (count) => `${numbers.format(count)} 分鐘`,
  manage: '改期或取消',
  answer: '回覆預約申請',
  open: '開啟您的會談',
  join: '加入會議',
  why: {
    client: '您收到這封郵件，是因為有人以這個電子郵件預約了會談。',
    coach: '您收到這封郵件，是因為客戶可以向您預約會談。',
    account: '您收到這封郵件，是因為有人在我們的網站填寫了這個電子郵件。',
  },
  notYou: '如果不是您本人操作，則不需處理。',
  unsubscribe: '不再提醒',
  pages: {
    unsubscribe: {
      title: '提醒',
      question: '不想再收到會談提醒嗎？',
      button: '不再提醒',
      done: '完成：您不會再收到提醒。',
    },
    confirm: {
      title: '您的電子郵件',
      question: '這是您的電子郵件嗎？如果是，請確認。',
      button: '確認電子郵件',
      done: '完成：電子郵件已確認。您可以用它登入。',
    },
    password: {
      title: '新密碼',
      question: '請設定新密碼。',
      label: '新密碼（至少 8 個字元）',
      button: '儲存密碼',
      done: '完成：請用新密碼登入。',
    },
    gone: {
      title: '這個連結已失效',
      gone: '連結已使用過，或已過期。請在登入頁面申請新的連結。',
    },
  },
};
