import type { MailWords } from './mail-words.ts';

/** The mails in Chinese in simplified characters. */
export const zhHansMails: MailWords = {
  language: 'zh-Hans',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `${name}，你好：`,
    greetingWithoutName: '你好：',
    linkInstead: '如果按钮无法使用，请将此链接复制到浏览器中打开：',
    linkUntil: ({ expiresAt }) => `链接在 ${expiresAt} 前有效，仅可使用一次。`,
    ifYou: '如果是你本人操作，则无需采取任何行动。',
    footer: ({ appName }) => `本邮件由 ${appName} 自动发送。`,
  },
  origin: {
    both: ({ device, place }) => `${device}，${place}`,
    from: ({ where }) => `操作来源：${where}。`,
    unknown: '操作来源未知。',
    device: ({ browser, system }) => `${system} 上的 ${browser}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `确认你 ${appName} 账号的新邮箱地址`,
      heading: '确认你的新邮箱地址',
      happened: ({ appName, oldEmail }) =>
        `你申请将 ${appName} 账号的邮箱地址从 ${oldEmail} 更改为此地址。在你确认之前，一切保持不变。`,
      button: '确认此地址',
      ifNotYou: '如果这不是你申请的，可以忽略本邮件。不打开链接，就不会有任何变化。',
    },
    requested: {
      subject: ({ appName }) => `有人申请更改你 ${appName} 账号的邮箱地址`,
      heading: '有人申请更改你的邮箱地址',
      happened: ({ appName, newEmail, at }) =>
        `已登录你 ${appName} 账号的用户申请将邮箱地址更改为 ${newEmail}（${at}）。在新地址得到确认之前，一切保持不变。`,
      ifNotYou: '如果不是你本人操作，请停止此次更改。你的账号也会同时在所有设备上退出登录。',
      button: '不是我本人操作',
    },
    taken: {
      subject: ({ appName }) => `有人在 ${appName} 输入了你的邮箱地址`,
      heading: '有人输入了你的邮箱地址',
      happened: ({ appName, at }) =>
        `有人试图将此邮箱地址用于另一个 ${appName} 账号（${at}）。此地址已属于某个账号，因此无法这样使用。`,
      nothingToDo: '没有任何更改，你也无需采取任何行动。',
    },
    changed: {
      subject: ({ appName }) => `你 ${appName} 账号的邮箱地址已更改`,
      heading: '你的邮箱地址已更改',
      happened: ({ appName, newEmail, at }) =>
        `你 ${appName} 账号的邮箱地址已更改为 ${newEmail}（${at}）。今后，与账号有关的邮件将发送到新地址。`,
      ifNotYou: '如果不是你本人操作，请恢复此地址。你的账号也会同时在所有设备上退出登录。',
      button: '恢复此地址',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `确认你 ${appName} 账号的邮箱地址`,
      heading: '确认你的邮箱地址',
      happened: ({ appName }) => `有一个 ${appName} 账号使用了此地址。请确认此地址属于你。`,
      button: '确认此地址',
      ifNotYou: '如果这个账号不是你创建的，请不要确认：不打开链接，就不会有任何变化。',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `为 ${appName} 设置新密码`,
      heading: '设置新密码',
      happened: ({ appName, at }) =>
        `有人为你的 ${appName} 账号申请了设置新密码的链接（${at}）。链接如下。`,
      button: '设置新密码',
      ifNotYou: '如果这不是你申请的，可以忽略本邮件。你的密码保持不变。',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `你的 ${appName} 验证码`,
      heading: '你的验证码',
      happened: ({ appName }) => `请在你申请验证码的 ${appName} 页面上输入此验证码：`,
      until: ({ expiresAt }) => `验证码在 ${expiresAt} 前有效，仅可使用一次。`,
      ifNotYou: ({ appName }) =>
        `请勿将验证码告诉任何人，包括 ${appName}。如果这不是你申请的，说明有人登录了你的账号：请打开账号设置，结束其他会话。`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `你 ${appName} 账号的密码已更改`,
        heading: '你的密码已更改',
        happened: ({ appName, at }) =>
          `你 ${appName} 账号的密码已更改（${at}）。其他所有设备均已退出登录。`,
      },
      password_reset: {
        subject: ({ appName }) => `你的 ${appName} 账号已设置新密码`,
        heading: '已设置新密码',
        happened: ({ appName, at }) =>
          `你的 ${appName} 账号已通过邮件中的链接设置新密码（${at}）。所有设备均已退出登录。`,
      },
      password_locked: {
        subject: ({ appName }) => `你的 ${appName} 账号错误尝试次数过多`,
        heading: '错误尝试次数过多',
        happened: ({ appName, at }) =>
          `登录你的 ${appName} 账号时，连续错误尝试次数过多（${at}）。系统不再接受新的尝试。你以前登录过的浏览器仍可使用；在其他地方，请先通过邮件设置新密码。`,
      },
      two_factor_enabled: {
        subject: ({ appName }) => `你的 ${appName} 账号已开启两步验证`,
        heading: '两步验证已开启',
        happened: ({ appName, at }) =>
          `你的 ${appName} 账号已开启两步验证（${at}）。今后登录时，还需输入身份验证器应用中的验证码。`,
      },
      two_factor_disabled: {
        subject: ({ appName }) => `你的 ${appName} 账号已关闭两步验证`,
        heading: '两步验证已关闭',
        happened: ({ appName, at }) =>
          `你的 ${appName} 账号已关闭两步验证（${at}）。今后只需密码即可登录。`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `你的 ${appName} 账号已生成新的恢复代码`,
        heading: '已生成新的恢复代码',
        happened: ({ appName, at }) =>
          `你的 ${appName} 账号已生成新的恢复代码（${at}）。旧的恢复代码不再有效。`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `你 ${appName} 账号的一个恢复代码已被使用`,
        heading: '一个恢复代码已被使用',
        happened: ({ appName, at }) =>
          `你 ${appName} 账号的一个恢复代码已被使用（${at}）。该代码无法再次使用。`,
      },
      passkey_added: {
        subject: ({ appName }) => `你的 ${appName} 账号已添加一个通行密钥`,
        heading: '已添加一个通行密钥',
        happened: ({ appName, at }) =>
          `你的 ${appName} 账号已添加一个通行密钥（${at}）。持有该通行密钥的人可以证明自己是你。`,
      },
      passkey_removed: {
        subject: ({ appName }) => `你的 ${appName} 账号已移除一个通行密钥`,
        heading: '已移除一个通行密钥',
        happened: ({ appName, at }) =>
          `你的 ${appName} 账号已移除一个通行密钥（${at}）。该通行密钥不再适用于此账号。`,
      },
      new_sign_in: {
        subject: ({ appName }) => `你的 ${appName} 账号有新的登录`,
        heading: '新的登录',
        happened: ({ appName, at }) =>
          `有人使用我们不认识的浏览器登录了你的 ${appName} 账号（${at}）。`,
      },
    },
    ifNotYou:
      '如果不是你本人操作，请立即告诉我们。你的账号随后会在所有设备上退出登录，等待确认的操作也会停止。',
    thenPassword: '你还会收到一个用于设置新密码的链接。',
    button: '不是我本人操作',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `你的 ${appName} 账号已删除`,
      heading: '你的账号已删除',
      happened: ({ appName, at }) =>
        `你的 ${appName} 账号已删除（${at}），个人资料、头像和所有登录也已一并删除。账号无法恢复。`,
      lastMail: '这是关于此账号的最后一封邮件。',
      ifNotYou: ({ appName }) => `如果不是你本人操作，请联系 ${appName}。`,
    },
  },
};
