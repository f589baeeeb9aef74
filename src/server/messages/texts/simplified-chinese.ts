import type { MailTexts } from '../mail-texts.ts';

const numbers = new Intl.NumberFormat('zh');

/** The mails in simplified Chinese. */
export const simplifiedChineseMails: MailTexts = {
  someone: { client: '客户', coach: '您的教练' },
  eventTitle: (who) => `与${who}的会谈`,
  calendarName: '教练会谈',
  hello: (name) => (name ? `${name}，您好：` : '您好：'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `已申请：${when}，与${who}`,
        heading: () => '已收到您的申请',
        intro: ({ who }) => `您申请了与${who}的会谈。确认后，您会收到另一封邮件。`,
      },
      confirmed: {
        subject: ({ when, who }) => `已确认：${when}，与${who}`,
        heading: () => '您的会谈已确认',
        intro: ({ who }) => `您与${who}的会谈将按以下安排进行。`,
      },
      moved: {
        subject: ({ when, who }) => `已改到 ${when}：与${who}的会谈`,
        heading: () => '您的会谈有了新时间',
        intro: ({ who, by }) => (by === 'reader' ? `您更改了与${who}的会谈时间。` : `您与${who}的会谈时间已更改。`),
      },
      cancelled: {
        subject: ({ when, who }) => `已取消：${when}，与${who}`,
        heading: () => '您的会谈已取消',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `您取消了与${who}的会谈。`
            : by === 'other'
              ? `${who}取消了此会谈。`
              : `与${who}的此次会谈将不会进行。`,
      },
      reminder: {
        subject: ({ when, who }) => `提醒：${when}，与${who}`,
        heading: ({ ahead }) => `您的会谈将在 ${ahead}后开始`,
        intro: ({ who }) => `以下是您与${who}会谈所需的信息。`,
      },
      follow_up: {
        subject: ({ when, who }) => `${when} 与${who}的会谈之后`,
        heading: ({ who }) => `${who}的留言`,
        intro: ({ who, when }) => `感谢您参加与${who}的会谈（${when}）。`,
      },
      paid: {
        subject: ({ when, who, amount }) => `已付款：${amount}，${when}，与${who}`,
        heading: () => '已收到您的付款',
        intro: ({ who, amount }) => `您为与${who}的会谈支付了 ${amount}。`,
      },
      payment_failed: {
        subject: ({ when, who }) => `付款失败：${when}，与${who}`,
        heading: () => '您的付款未成功',
        intro: ({ who, amount }) => `您与${who}的会谈的 ${amount} 付款失败，未扣款。在时段保留期间，您可以重试。`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `已退款：${amount}，${when}，与${who}`,
        heading: ({ amount }) => `${amount} 正在退还给您`,
        intro: ({ who, amount }) => `您与${who}的会谈已退款 ${amount}。银行可能需要几天才会显示。`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `新申请：${when}，与${who}`,
        heading: () => '有人申请会谈',
        intro: ({ who }) => `${who}申请与您会谈，正在等待您的回复。`,
      },
      confirmed: {
        subject: ({ when, who }) => `已确认：${when}，与${who}`,
        heading: () => '会谈已确认',
        intro: ({ who }) => `您与${who}的会谈已约好。`,
      },
      moved: {
        subject: ({ when, who }) => `已改到 ${when}：与${who}的会谈`,
        heading: () => '会谈有了新时间',
        intro: ({ who, by }) => (by === 'reader' ? `您更改了与${who}的会谈时间。` : `${who}更改了此会谈的时间。`),
      },
      cancelled: {
        subject: ({ when, who }) => `已取消：${when}，与${who}`,
        heading: () => '会谈已取消',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `您取消了与${who}的此次会谈。`
            : by === 'other'
              ? `${who}取消了此会谈。`
              : `与${who}的此次会谈将不会进行。`,
      },
      reminder: {
        subject: ({ when, who }) => `提醒：${when}，与${who}`,
        heading: ({ ahead }) => `您的会谈将在 ${ahead}后开始`,
        intro: ({ who }) => `您与${who}有一场会谈。`,
      },
      paid: {
        subject: ({ when, who, amount }) => `已付款：${amount}，${when}，与${who}`,
        heading: () => '会谈已付款',
        intro: ({ who, amount }) => `${who}支付了 ${amount}。`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `已退款：${amount}，${when}，与${who}`,
        heading: () => '款项已退还',
        intro: ({ who, amount }) => `${amount} 已退还给${who}。`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => '请确认您的邮箱',
      heading: () => '这是您的邮箱吗？',
      intro: () => '有人用此邮箱创建了账号。请确认这是您的邮箱。',
      action: '确认邮箱',
    },
    reset_password: {
      subject: () => '为您的账号设置新密码',
      heading: () => '请设置新密码',
      intro: ({ minutes }) => `有人申请设置新密码。链接仅可使用一次，${numbers.format(minutes)} 分钟内有效。`,
      action: '设置新密码',
    },
    account_exists: {
      subject: () => '您已有账号',
      heading: () => '您已有账号',
      intro: () => '有人试图用此邮箱创建账号，但此邮箱已有账号。请照常登录；如果忘记密码，请设置新密码。',
      action: '设置新密码',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} 需要重新连接`,
      heading: ({ calendar }) => `${calendar} 已断开连接`,
      intro: ({ calendar }) =>
        `${calendar} 不再允许我们读写您的日历。在重新连接之前，会谈不会写入日历，您忙碌的时段也可能被开放预约。`,
      action: '重新连接',
    },
    new_link: {
      subject: () => '您预约的新链接',
      heading: () => '这是您的新链接',
      intro: () => '您申请了用于查看、改期或取消预约的新链接。之前的链接已失效。',
      action: '打开预约',
    },
  },
  labels: {
    when: '时间',
    before: '原时间',
    session: '会谈',
    with: '对方',
    meeting: '会议',
    place: '地点',
    price: '价格',
    refund: '退款',
    reason: '原因',
    notes: '备注',
    others: '其他参加者',
  },
  noRefund: '无：取消时间晚于教练规定的期限',
  minutes: (count) => `${numbers.format(count)} 分钟`,
  manage: '改期或取消',
  answer: '回复申请',
  open: '打开您的会谈',
  join: '加入会议',
  why: {
    client: '您收到此邮件，是因为有人用此邮箱预约了会谈。',
    coach: '您收到此邮件，是因为客户可以向您预约会谈。',
    account: '您收到此邮件，是因为有人在我们的网站填写了此邮箱。',
  },
  notYou: '如果不是您本人操作，无需理会。',
  unsubscribe: '不再提醒',
  pages: {
    unsubscribe: {
      title: '提醒',
      question: '不再接收会谈提醒吗？',
      button: '不再提醒',
      done: '完成：您不会再收到提醒。',
    },
    confirm: {
      title: '您的邮箱',
      question: '这是您的邮箱吗？如果是，请确认。',
      button: '确认邮箱',
      done: '完成：邮箱已确认。您可以用它登录。',
    },
    password: {
      title: '新密码',
      question: '请设置新密码。',
      label: '新密码（至少 8 个字符）',
      button: '保存密码',
      done: '完成：请用新密码登录。',
    },
    gone: {
      title: '此链接已失效',
      gone: '链接已使用过，或已过期。请在登录页面申请新链接。',
    },
  },
};
