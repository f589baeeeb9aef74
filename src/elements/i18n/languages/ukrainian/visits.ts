import { plurals } from '../../../../domain/language/plurals.ts';
import { DAY_MINUTES } from '../../../../domain/time/units.ts';
import type { VisitsMessages } from '../../messages.ts';

const plural = plurals('uk');

const problems = {
  offline: 'Сервіс недоступний. Перевірте з’єднання з інтернетом і спробуйте ще раз.',
  timeout: 'Відповідь не надійшла вчасно. Спробуйте ще раз.',
  server: 'У сервісі сталася помилка. Спробуйте за хвилину.',
};
const tooMany = 'Забагато запитів. Зачекайте трохи і спробуйте ще раз.';
const unreadable = 'Не вдалося прочитати відповідь сервісу. Спробуйте пізніше.';
const retrySeconds = (seconds: number) =>
  plural(seconds, (n) => ({
    one: `Забагато спроб. Спробуйте ще раз за ${n} секунду.`,
    few: `Забагато спроб. Спробуйте ще раз за ${n} секунди.`,
    many: `Забагато спроб. Спробуйте ще раз за ${n} секунд.`,
    other: `Забагато спроб. Спробуйте ще раз за ${n} секунди.`,
  }));

/** Ukrainian: see journey.ts for the style. */
export const visits: VisitsMessages = {
  bookings: {
    missing: (attributes) => `Для <cb-bookings> потрібно: ${attributes}.`,
    title: { client: 'Ваші сесії', coach: 'Записи', single: 'Ваша сесія' },
    zone: (city, offset) => `Часовий пояс: ${city}, ${offset}`,
    inZone: (times, city, offset) => `${times}, ${city} (${offset})`,
    forCoach: (name, times) => (name ? `${name}, за місцевим часом: ${times}` : `За часом коуча: ${times}`),
    views: {
      waiting: 'Очікують',
      today: 'Сьогодні',
      upcoming: 'Майбутні',
      toComplete: 'Завершити',
      past: 'Минулі',
      cancelled: 'Скасовані',
    },
    viewsLabel: 'Які сесії',
    filter: 'Статус',
    all: 'Усі',
    status: { pending: 'Не підтверджено', confirmed: 'Підтверджено', completed: 'Завершено', cancelled: 'Скасовано' },
    waiting: {
      client: (name) => (name ? `Очікуємо, коли ${name} підтвердить` : 'Очікуємо на підтвердження коуча'),
      coach: () => 'Очікує на ваше підтвердження',
    },
    empty: {
      waiting: 'Ніхто не очікує на вашу відповідь.',
      today: 'Сьогодні сесій немає.',
      upcoming: 'Майбутніх сесій немає.',
      toComplete: 'Завершувати нічого.',
      past: 'Минулих сесій ще немає.',
      cancelled: 'Скасованих сесій немає.',
    },
    emptyFiltered: (status) => `Тут немає сесій зі статусом «${status}».`,
    showAll: 'Показати всі',
    search: 'Пошук клієнтів',
    emptySearch: (words) => `За запитом «${words}» клієнтів тут не знайдено.`,
    found: (count) =>
      plural(count, (n) => ({
        one: `Знайдено ${n} сесію`,
        few: `Знайдено ${n} сесії`,
        many: `Знайдено ${n} сесій`,
        other: `Знайдено ${n} сесії`,
      })),
    today: (day) => `Сьогодні, ${day}`,
    tomorrow: (day) => `Завтра, ${day}`,
    loading: 'Завантажуємо сесії',
    signIn: {
      client: 'Увійдіть, щоб побачити свої сесії.',
      coach: 'Увійдіть, щоб побачити свої записи.',
    },
    signInAgain: 'Термін дії входу минув. Увійдіть знову, щоб продовжити: нічого не втрачено.',
    signInNow: 'Увійти',
    signOut: 'Вийти',
    session: (minutes, name) => `${minutes} хв, ${name}`,
    unknownPerson: { client: 'ваш коуч', coach: 'клієнт' },
    email: 'Електронна пошта',
    notes: 'Повідомлення',
    answers: (count) =>
      plural(count, (n) => ({
        one: `${n} відповідь`,
        few: `${n} відповіді`,
        many: `${n} відповідей`,
        other: `${n} відповіді`,
      })),
    yes: 'Так',
    no: 'Ні',
    attendees: 'Гості',
    reason: 'Причина',
    undelivered: 'останній лист не вдалося доставити',
    movedBecause: 'Причина перенесення',
    join: 'Приєднатися',
    manageLink: 'Перенести або скасувати цей запис',
    move: 'Перенести',
    cancel: 'Скасувати',
    confirm: 'Підтвердити',
    complete: 'Позначити завершеною',
    about: (act, dayAndTime) => `${act}, ${dayAndTime}`,
    working: {
      pending: 'Зберігаємо…',
      confirmed: 'Підтверджуємо…',
      completed: 'Зберігаємо…',
      cancelled: 'Скасовуємо…',
    },
    done: {
      pending: (count) =>
        plural(count, (n) => ({
          one: `${n} сесію збережено`,
          few: `${n} сесії збережено`,
          many: `${n} сесій збережено`,
          other: `${n} сесії збережено`,
        })),
      confirmed: (count) =>
        plural(count, (n) => ({
          one: `${n} сесію підтверджено`,
          few: `${n} сесії підтверджено`,
          many: `${n} сесій підтверджено`,
          other: `${n} сесії підтверджено`,
        })),
      completed: (count) =>
        plural(count, (n) => ({
          one: `${n} сесію завершено`,
          few: `${n} сесії завершено`,
          many: `${n} сесій завершено`,
          other: `${n} сесії завершено`,
        })),
      cancelled: (count) =>
        plural(count, (n) => ({
          one: `${n} сесію скасовано`,
          few: `${n} сесії скасовано`,
          many: `${n} сесій скасовано`,
          other: `${n} сесії скасовано`,
        })),
    },
    mark: { confirmed: 'Підтверджено', completed: 'Завершено', moved: 'Перенесено', kept: 'Залишено' },
    cancelQuestion: (dayAndTime) => `Скасувати сесію (${dayAndTime})?`,
    cancelSeveral: (count) =>
      plural(count, (n) => ({
        one: `Скасувати ${n} сесію?`,
        few: `Скасувати ${n} сесії?`,
        many: `Скасувати ${n} сесій?`,
        other: `Скасувати ${n} сесії?`,
      })),
    cancelReason: 'Причина',
    decline: 'Відхилити',
    declineQuestion: (when) => `Відхилити запит (${when})?`,
    declineReason: (name) => (name ? `Кілька слів, які побачить ${name}` : 'Кілька слів для клієнта'),
    declineNow: 'Відхилити запит',
    optional: 'необов’язково',
    cancelNow: (count) =>
      plural(count, (n) => ({
        one: count === 1 ? 'Скасувати сесію' : `Скасувати ${n} сесію`,
        few: `Скасувати ${n} сесії`,
        many: `Скасувати ${n} сесій`,
        other: `Скасувати ${n} сесії`,
      })),
    keep: (count) => (count === 1 ? 'Залишити' : 'Залишити їх'),
    undoable: (count) =>
      plural(count, (n) => ({
        one: count === 1 ? 'Скасовано.' : `${n} сесію скасовано.`,
        few: `${n} сесії скасовано.`,
        many: `${n} сесій скасовано.`,
        other: `${n} сесії скасовано.`,
      })),
    undoWithin: (seconds) =>
      plural(seconds, (n) => ({
        one: `Відновити можна протягом ${n} секунди.`,
        few: `Відновити можна протягом ${n} секунд.`,
        many: `Відновити можна протягом ${n} секунд.`,
        other: `Відновити можна протягом ${n} секунди.`,
      })),
    undo: 'Відновити',
    undoAll: 'Відновити всі',
    undone: (count) =>
      plural(count, (n) => ({
        one: count === 1 ? 'Сесію залишено.' : `${n} сесію залишено.`,
        few: `${n} сесії залишено.`,
        many: `${n} сесій залишено.`,
        other: `${n} сесії залишено.`,
      })),
    lateToCancel: (notice) => `Скасувати тут уже запізно: це роблять не пізніше ніж за ${notice}.`,
    lateToMove: (notice) => `Перенести тут уже запізно: це роблять не пізніше ніж за ${notice}.`,
    lateForBoth: (moveNotice, cancelNotice) =>
      moveNotice === cancelNotice
        ? `Перенести чи скасувати тут уже запізно: це роблять не пізніше ніж за ${moveNotice}.`
        : `Перенести чи скасувати тут уже запізно: переносять не пізніше ніж за ${moveNotice}, скасовують не пізніше ніж за ${cancelNotice}.`,
    writeTo: 'Напишіть на',
    contact: (name) => (name ? `Зверніться до коуча: ${name}.` : 'Зверніться до коуча.'),
    notice: (minutes) =>
      minutes % DAY_MINUTES === 0
        ? plural(minutes / DAY_MINUTES, (n) => ({
            one: `${n} день`,
            few: `${n} дні`,
            many: `${n} днів`,
            other: `${n} дня`,
          }))
        : minutes % 60 === 0
          ? plural(minutes / 60, (n) => ({
              one: `${n} годину`,
              few: `${n} години`,
              many: `${n} годин`,
              other: `${n} години`,
            }))
          : plural(minutes, (n) => ({
              one: `${n} хвилину`,
              few: `${n} хвилини`,
              many: `${n} хвилин`,
              other: `${n} хвилини`,
            })),
    select: (dayAndTime) => `Вибрати: ${dayAndTime}`,
    selected: (count) => `Вибрано: ${count}`,
    selectAll: 'Вибрати всі',
    selectView: (count) => `Вибрати всі (${count})`,
    clear: 'Зняти вибір',
    confirmSelected: (count) => `Підтвердити (${count})`,
    completeSelected: (count) => `Завершити (${count})`,
    cancelSelected: (count) => `Скасувати (${count})`,
    more: 'Показати ще',
    shown: (count, total) => `Завантажено ${count} з ${total}`,
    drawn: (count, total) => `Показано ${count} з ${total}`,
    already: {
      pending: 'Ця сесія очікує на підтвердження: спершу потрібно підтвердити її.',
      confirmed: 'Цю сесію вже підтверджено.',
      completed: 'Цю сесію вже позначено завершеною, тому нічого не змінено.',
      cancelled: 'Цю сесію тим часом скасували, тому нічого не змінено.',
    },
    codes: {
      client: { too_late: 'Змінити цю сесію тут уже запізно. Зверніться до коуча.' },
      coach: { too_late: 'Змінити цю сесію тут уже запізно. Зверніться до клієнта.' },
    },
    refused: (detail) => `Нічого не змінено. Відповідь сервісу: ${detail}`,
    noConnection: 'Немає з’єднання з інтернетом, нічого ще не змінено. Ми спробуємо знову, коли воно відновиться.',
    problems: {
      ...problems,
      'rate-limited': tooMany,
      unreadable,
      unauthenticated: 'Ви вийшли з акаунта. Увійдіть знову й повторіть дію.',
      forbidden: 'Ваш акаунт не може змінювати цю сесію.',
      conflict: 'Цей час щойно зайняв хтось інший.',
      'not-found': 'Цього запису більше немає.',
      unsupported: 'Цей сервіс такого не пропонує.',
    },
    dismiss: 'Закрити',
    tryAgain: 'Спробувати ще раз',
    back: 'Усі сесії',
    backToOne: 'Назад до вашої сесії',
    moveTitle: {
      client: (name) => (name ? `Перенесення вашої сесії: ${name}` : 'Перенесення вашої сесії'),
      coach: (name) => (name ? `Перенесення сесії: ${name}` : 'Перенесення сесії'),
    },
    moveNow: 'Зараз',
    moveTo: (day, time) => `Перенести: ${day}, ${time}`,
    moveReason: {
      client: (name) => (name ? `Причина, яку побачить ${name}` : 'Причина, яку побачить коуч'),
      coach: (name) => (name ? `Причина, яку побачить ${name}` : 'Причина, яку побачить клієнт'),
    },
    moving: 'Переносимо…',
    moved: (day, time) => `Перенесено: ${day}, ${time}`,
    moveKeeps: {
      client: 'Ваш теперішній час залишається за вами, доки не підтверджено новий.',
      coach: 'Теперішній час залишається зайнятим, доки не підтверджено новий.',
    },
    moveTaken: {
      client: 'Цей час щойно зайняв хтось інший, ваша сесія залишилася на своєму місці. Виберіть інший час.',
      coach: 'Цей час щойно зайняв хтось інший, сесія залишилася на своєму місці. Виберіть інший час.',
    },
    moveUnsupported: {
      client: 'Цей сервіс не дає змоги переносити записи. Скасуйте запис і запишіться на інший час.',
      coach: 'Цей сервіс не дає змоги переносити записи. Скасуйте запис і попросіть клієнта записатися на інший час.',
    },
    linkBroken:
      'Це посилання не відкриває жодного запису. Можливо, воно неповне або вже не діє: скопіюйте його ще раз там, де отримали.',
  },
  refunds: {
    payment: 'Оплата',
    paid: (amount) => `${amount} сплачено`,
    refunded: (amount, day) => `${amount} повернуто (${day})`,
    onItsWay: (amount) => `повернення ${amount} вже в дорозі`,
    failed: (amount) => `повернення ${amount} ще не відбулося`,
    failedBecause: (amount, problem) =>
      problem ? `Не вдалося повернути ${amount}: ${problem}` : `Не вдалося повернути ${amount}.`,
    waiting: 'Очікуємо на оплату',
    held: (time) => `ще не оплачено, закріплено до ${time}`,
    heldNoMore: 'не оплачено вчасно, більше не закріплено',
    pay: (amount) => `Сплатити ${amount}`,
    allBack: (amount) =>
      `Усе, що ви сплатили (${amount}), повернеться на картку, якою ви платили, зазвичай за 5–10 днів.`,
    partBack: (amount, paid) =>
      `${amount} зі сплачених ${paid} повернуться на картку, якою ви платили, зазвичай за 5–10 днів.`,
    lessAfter: (dayAndTime) => `Пізніше повернеться менше. Останній термін: ${dayAndTime}.`,
    nothingBack: (paid, last) => `Сплачені ${paid} не повертаються. Останній термін повернення: ${last}.`,
    notPaid: 'За неї ще нічого не сплачено, тому нічого не списується.',
    clientGets: (name, amount) =>
      name
        ? `${name} отримає назад ${amount}, зазвичай за 5–10 днів.`
        : `Клієнт отримає назад ${amount}, зазвичай за 5–10 днів.`,
    clientsGet: (amounts) => `Клієнти отримають назад ${amounts}, зазвичай за 5–10 днів.`,
    refund: 'Повернути кошти',
    refundQuestion: (name, most) =>
      name
        ? `Повернути кошти? Їх отримає ${name}. Щонайбільше ${most}.`
        : `Повернути кошти клієнту? Щонайбільше ${most}.`,
    allCancels: 'Запис зберігається, доки не повернуто всю суму: повне повернення скасовує сесію.',
    amount: (currency) => `Сума, ${currency}`,
    amountHelp: 'Цього не можна скасувати.',
    amountFault: (most) => `Введіть суму, не більшу за ${most}.`,
    refundNow: 'Повернути кошти',
    refunding: 'Повертаємо…',
    keep: 'Закрити',
    tryAgain: 'Спробувати ще раз',
    started: (amount) => `Повернення ${amount} вже в дорозі`,
    refused: (detail) => `Нічого не повернуто. Відповідь сервісу: ${detail}`,
    unreachable: 'Сервіс недоступний, нічого не повернуто. Перевірте з’єднання з інтернетом і спробуйте ще раз.',
  },
  coaches: {
    missing: (attributes) => `Для <cb-coach-list> потрібно: ${attributes}.`,
    title: 'Знайдіть коуча',
    search: 'Пошук',
    searchHelp: 'Ім’я, тема або мова',
    language: 'Мова',
    expertise: 'Тема',
    rate: 'Ціна',
    any: 'Усі',
    upTo: (amount) => `До ${amount} за годину`,
    anHour: (amount) => `${amount} за годину`,
    speaks: 'Мови',
    book: 'Переглянути час',
    bookWith: (name) => `Переглянути час: ${name}`,
    found: (count) =>
      plural(count, (n) => ({ one: `${n} коуч`, few: `${n} коучі`, many: `${n} коучів`, other: `${n} коуча` })),
    none: 'Жоден коуч не підходить.',
    clear: 'Показати всіх коучів',
    loading: 'Завантажуємо коучів',
    more: 'Показати ще коучів',
    back: 'Усі коучі',
    tryAgain: 'Спробувати ще раз',
    problems: { ...problems, 'rate-limited': tooMany, unreadable, 'not-found': 'Цей сервіс не має списку коучів.' },
    refused: (detail) => `Сервіс відмовив: ${detail}.`,
  },
  account: {
    missing: (attributes) => `Для <cb-account> потрібно: ${attributes}.`,
    title: 'Ваш акаунт',
    signedInAs: 'Ви увійшли як',
    signOut: 'Вийти',
    signOutEverywhere: 'Вийти на всіх пристроях',
    everywhereHelp: 'Завершує всі входи в цей акаунт, зокрема й цей.',
    changePassword: 'Змінити пароль',
    currentPassword: 'Поточний пароль',
    newPassword: 'Новий пароль',
    passwordHelp: 'Щонайменше 8 символів. На всіх інших пристроях буде виконано вихід.',
    passwordChanged: 'Пароль змінено. На всіх інших пристроях виконано вихід.',
    changeEmail: 'Змінити електронну адресу',
    newEmail: 'Нова електронна адреса',
    password: 'Пароль',
    emailPending: (email) => `Відкрийте посилання в листі на ${email}: після цього ви входитимете з цією адресою.`,
    emailChanged: (email) => `Відтепер ви входите з адресою ${email}.`,
    download: 'Завантажити мої дані',
    downloaded: 'Файл — у ваших завантаженнях.',
    fileName: 'moi-sesii.json',
    remove: 'Видалити акаунт',
    removeHelp:
      'Майбутні сесії буде скасовано, а ваше ім’я, адресу, повідомлення та підключені календарі — видалено. Минулі сесії та платежі залишаться без вашого імені. Цього не можна скасувати.',
    removeNow: 'Видалити мій акаунт',
    keep: 'Залишити',
    removed: 'Акаунт видалено.',
    save: 'Зберегти',
    working: 'Хвилинку…',
    passwordMissing: 'Введіть пароль',
    passwordShort: 'Введіть пароль щонайменше з 8 символів',
    passwordWrong: 'Це не ваш пароль',
    emailWrong: 'Введіть електронну адресу, наприклад name@example.com',
    emailTaken: 'Для цієї електронної адреси вже є акаунт',
    unsupported: 'Цей сервіс такого не пропонує.',
    rateLimited: retrySeconds,
    problems: {
      ...problems,
      unauthenticated: 'Ви вийшли з акаунта. Увійдіть знову й повторіть дію.',
      unreadable: problems.server,
    },
    refused: (detail) => `Сервіс відмовив: ${detail}.`,
  },
  byMail: {
    privacyNotice: (name) => (name ? `Політика конфіденційності: ${name}` : 'Політика конфіденційності'),
    newTab: 'відкриється в новій вкладці',
    consentOptional: 'необов’язково',
    mailed: {
      pending: (address) => `Копію вашого запиту надіслано на ${address}.`,
      confirmed: (address) => `Підтвердження надіслано на ${address}.`,
    },
    wrongAddress: 'Неправильна адреса?',
    emailTitle: 'Виправлення електронної адреси',
    emailHelp: 'Лист буде надіслано туди ще раз, а посилання з першого перестануть діяти.',
    email: 'Електронна пошта',
    emailMissing: 'Введіть електронну адресу',
    emailWrong: 'Введіть електронну адресу, наприклад name@example.com',
    emailSame: 'На цю адресу лист уже надіслано. Введіть іншу',
    correct: 'Надіслати туди',
    keep: 'Залишити як є',
    working: 'Надсилаємо…',
    passwordTitle: 'Новий пароль',
    passwordHelp: 'На цю адресу надійде посилання для нового пароля. Воно діє 30 хвилин.',
    send: 'Надіслати посилання',
    passwordSent: (email) =>
      `Якщо для ${email} є акаунт, туди вже надіслано посилання. Воно діє 30 хвилин; перевірте й папку «Спам».`,
    backToSignIn: 'Назад до входу',
    newLink: 'Надіслати нове посилання',
    linkSent: 'Нове посилання надіслано на адресу, з якою було зроблено цей запис.',
    noMail: 'Цей сервіс не надсилає листів. Зверніться до коуча.',
    rateLimited: retrySeconds,
    refused: (detail) => `Сервіс відмовив: ${detail}.`,
    problems: {
      ...problems,
      unreadable: problems.server,
      unauthenticated: 'Ви вже не в тому акаунті, з якого записувалися. Зверніться до коуча.',
      forbidden: 'Тут це вже не можна змінити. Зверніться до коуча.',
      unsupported: 'Цей сервіс такого не вміє. Зверніться до коуча.',
    },
  },
  keptBooking: {
    title: 'Ваш запис',
    when: (day, times, city, name) => (name ? `${day}, ${times} (${city}), ${name}` : `${day}, ${times} (${city})`),
    waiting: 'Очікуємо на підтвердження коуча',
    manage: 'Перенести або скасувати',
    another: 'Записатися ще раз',
    forget: 'Забути на цьому пристрої',
    forgotten: 'Ваш запис тут більше не показується. Він і далі чинний; його відкриває посилання у вашому листі.',
  },
};
