import type { MailTexts } from '../mail-texts.ts';

const numbers = new Intl.NumberFormat('ko');

/** The mails in Korean. */
export const koreanMails: MailTexts = {
  someone: { client: '고객', coach: '코치' },
  eventTitle: (who) => `${who}님과의 세션`,
  calendarName: '코칭 세션',
  hello: (name) => (name ? `${name}님, 안녕하세요.` : '안녕하세요.'),
  booking: {
    client: {
      requested: {
        subject: ({ when, who }) => `예약 요청: ${when}, ${who}님`,
        heading: () => '예약 요청이 접수되었습니다',
        intro: ({ who }) => `${who}님과의 세션을 요청하셨습니다. 확정되면 다시 메일로 알려 드립니다.`,
      },
      confirmed: {
        subject: ({ when, who }) => `예약 확정: ${when}, ${who}님`,
        heading: () => '세션이 확정되었습니다',
        intro: ({ who }) => `${who}님과의 세션이 아래와 같이 진행됩니다.`,
      },
      moved: {
        subject: ({ when, who }) => `일정 변경: ${when}, ${who}님과의 세션`,
        heading: () => '세션 일정이 변경되었습니다',
        intro: ({ who, by }) =>
          by === 'reader' ? `${who}님과의 세션 일정을 변경하셨습니다.` : `${who}님과의 세션 일정이 변경되었습니다.`,
      },
      cancelled: {
        subject: ({ when, who }) => `예약 취소: ${when}, ${who}님`,
        heading: () => '세션이 취소되었습니다',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who}님과의 세션을 취소하셨습니다.`
            : by === 'other'
              ? `${who}님이 이 세션을 취소했습니다.`
              : `${who}님과의 이 세션은 진행되지 않습니다.`,
      },
      reminder: {
        subject: ({ when, who }) => `알림: ${when}, ${who}님`,
        heading: ({ ahead }) => `세션이 ${ahead} 후에 시작됩니다`,
        intro: ({ who }) => `${who}님과의 세션에 필요한 내용을 알려 드립니다.`,
      },
      follow_up: {
        subject: ({ when, who }) => `${when} ${who}님과의 세션을 마치고`,
        heading: ({ who }) => `${who}님의 메시지`,
        intro: ({ who, when }) => `${who}님과의 세션(${when})에 참여해 주셔서 감사합니다.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `결제 완료: ${amount}, ${when}, ${who}님`,
        heading: () => '결제가 완료되었습니다',
        intro: ({ who, amount }) => `${who}님과의 세션에 ${amount} 결제하셨습니다.`,
      },
      payment_failed: {
        subject: ({ when, who }) => `결제 실패: ${when}, ${who}님`,
        heading: () => '결제하지 못했습니다',
        intro: ({ who, amount }) =>
          `${who}님과의 세션에 대한 ${amount} 결제에 실패했습니다. 청구된 금액이 없습니다. 임시 예약이 유지되는 동안 다시 시도할 수 있습니다.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `환불: ${amount}, ${when}, ${who}님`,
        heading: ({ amount }) => `${amount} 환불이 진행되고 있습니다`,
        intro: ({ who, amount }) =>
          `${who}님과의 세션 요금 중 ${amount} 환불되었습니다. 은행에 표시되기까지 며칠 걸릴 수 있습니다.`,
      },
    },
    coach: {
      requested: {
        subject: ({ when, who }) => `새 예약 요청: ${when}, ${who}님`,
        heading: () => '세션 예약 요청이 왔습니다',
        intro: ({ who }) => `${who}님이 세션을 요청하고 답변을 기다리고 있습니다.`,
      },
      confirmed: {
        subject: ({ when, who }) => `예약 확정: ${when}, ${who}님`,
        heading: () => '세션이 확정되었습니다',
        intro: ({ who }) => `${who}님과의 세션이 예약되었습니다.`,
      },
      moved: {
        subject: ({ when, who }) => `일정 변경: ${when}, ${who}님과의 세션`,
        heading: () => '세션 일정이 변경되었습니다',
        intro: ({ who, by }) =>
          by === 'reader' ? `${who}님과의 세션 일정을 변경하셨습니다.` : `${who}님이 이 세션의 일정을 변경했습니다.`,
      },
      cancelled: {
        subject: ({ when, who }) => `예약 취소: ${when}, ${who}님`,
        heading: () => '세션이 취소되었습니다',
        intro: ({ who, by }) =>
          by === 'reader'
            ? `${who}님과의 이 세션을 취소하셨습니다.`
            : by === 'other'
              ? `${who}님이 이 세션을 취소했습니다.`
              : `${who}님과의 이 세션은 진행되지 않습니다.`,
      },
      reminder: {
        subject: ({ when, who }) => `알림: ${when}, ${who}님`,
        heading: ({ ahead }) => `세션이 ${ahead} 후에 시작됩니다`,
        intro: ({ who }) => `${who}님과의 세션이 있습니다.`,
      },
      paid: {
        subject: ({ when, who, amount }) => `결제됨: ${amount}, ${when}, ${who}님`,
        heading: () => '세션 요금이 결제되었습니다',
        intro: ({ who, amount }) => `${who}님이 ${amount} 결제했습니다.`,
      },
      refunded: {
        subject: ({ when, who, amount }) => `환불: ${amount}, ${when}, ${who}님`,
        heading: () => '결제가 환불되었습니다',
        intro: ({ who, amount }) => `${who}님에게 ${amount} 환불되었습니다.`,
      },
    },
  },
  account: {
    verify_email: {
      subject: () => '이메일을 확인해 주세요',
      heading: () => '본인의 이메일이 맞나요?',
      intro: () => '이 이메일로 계정이 만들어졌습니다. 본인의 이메일인지 확인해 주세요.',
      action: '이메일 확인',
    },
    reset_password: {
      subject: () => '계정의 새 비밀번호',
      heading: () => '새 비밀번호를 설정해 주세요',
      intro: ({ minutes }) =>
        `새 비밀번호 설정 요청이 있었습니다. 링크는 한 번만, ${numbers.format(minutes)}분 동안 사용할 수 있습니다.`,
      action: '새 비밀번호 설정',
    },
    account_exists: {
      subject: () => '이미 계정이 있습니다',
      heading: () => '이미 계정이 있습니다',
      intro: () =>
        '누군가 이 이메일로 계정을 만들려고 했지만 이미 계정이 있습니다. 평소처럼 로그인해 주세요. 비밀번호를 잊으셨다면 새 비밀번호를 설정해 주세요.',
      action: '새 비밀번호 설정',
    },
    reconnect_calendar: {
      subject: ({ calendar }) => `${calendar} 다시 연결 필요`,
      heading: ({ calendar }) => `${calendar} 연결이 끊어졌습니다`,
      intro: ({ calendar }) =>
        `${calendar} 캘린더를 더 이상 읽거나 쓸 수 없습니다. 다시 연결할 때까지 세션이 추가되지 않으며, 다른 일정이 있는 시간이 예약 가능으로 표시될 수 있습니다.`,
      action: '다시 연결',
    },
    new_link: {
      subject: () => '예약의 새 링크',
      heading: () => '새 링크를 보내 드립니다',
      intro: () =>
        '예약을 확인, 변경, 취소할 수 있는 새 링크를 요청하셨습니다. 이전 링크는 더 이상 사용할 수 없습니다.',
      action: '예약 열기',
    },
  },
  labels: {
    when: '일시',
    before: '변경 전',
    session: '세션',
    with: '상대',
    meeting: '미팅',
    place: '장소',
    price: '요금',
    refund: '환불',
    reason: '사유',
    notes: '요청 사항',
    others: '동반 참석자',
  },
  noRefund: '없음: 코치의 환불 기한이 지난 후 취소되었습니다',
  minutes: (count) => `${numbers.format(count)}분`,
  manage: '변경 또는 취소',
  answer: '요청에 답변하기',
  open: '내 세션 열기',
  join: '미팅 참여',
  why: {
    client: '이 이메일로 세션이 예약되어 보내 드리는 메일입니다.',
    coach: '고객의 세션 예약을 받고 있어 보내 드리는 메일입니다.',
    account: '저희 사이트에 이 이메일이 입력되어 보내 드리는 메일입니다.',
  },
  notYou: '본인이 요청하지 않았다면 아무것도 하지 않으셔도 됩니다.',
  unsubscribe: '알림 받지 않기',
  pages: {
    unsubscribe: {
      title: '알림',
      question: '세션 알림을 더 이상 받지 않으시겠어요?',
      button: '알림 받지 않기',
      done: '완료되었습니다. 더 이상 알림을 보내지 않습니다.',
    },
    confirm: {
      title: '이메일',
      question: '본인의 이메일이 맞다면 확인해 주세요.',
      button: '이메일 확인',
      done: '완료되었습니다. 이메일이 확인되었습니다. 이 이메일로 로그인할 수 있습니다.',
    },
    password: {
      title: '새 비밀번호',
      question: '새 비밀번호를 설정해 주세요.',
      label: '새 비밀번호(8자 이상)',
      button: '비밀번호 저장',
      done: '완료되었습니다. 새 비밀번호로 로그인해 주세요.',
    },
    gone: {
      title: '더 이상 사용할 수 없는 링크입니다',
      gone: '이미 사용했거나 오래된 링크입니다. 로그인 화면에서 새 링크를 요청해 주세요.',
    },
  },
};
