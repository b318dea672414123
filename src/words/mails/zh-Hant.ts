import type { MailWords } from './mail-words.ts';

/** The mails in Chinese in traditional characters. */
export const zhHantMails: MailWords = {
  language: 'zh-Hant',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `${name}，你好：`,
    greetingWithoutName: '你好：',
    linkInstead: '如果按鈕無法使用，請複製這個連結，在瀏覽器中開啟：',
    linkUntil: ({ expiresAt }) => `連結在 ${expiresAt} 前有效，僅能使用一次。`,
    ifYou: '如果是你本人操作，就不需要採取任何動作。',
    footer: ({ appName }) => `這封電子郵件由 ${appName} 自動傳送。`,
  },
  origin: {
    both: ({ device, place }) => `${device}，${place}`,
    from: ({ where }) => `操作來源：${where}。`,
    unknown: '操作來源不明。',
    device: ({ browser, system }) => `${system} 上的 ${browser}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `確認你 ${appName} 帳號的新電子郵件地址`,
      heading: '確認你的新電子郵件地址',
      happened: ({ appName, oldEmail }) =>
        `你申請將 ${appName} 帳號的電子郵件地址從 ${oldEmail} 變更為這個地址。在你確認之前，一切都不會改變。`,
      button: '確認這個地址',
      ifNotYou: '如果這不是你申請的，可以忽略這封電子郵件。只要不開啟連結，就不會有任何變更。',
    },
    requested: {
      subject: ({ appName }) => `有人申請變更你 ${appName} 帳號的電子郵件地址`,
      heading: '有人申請變更你的電子郵件地址',
      happened: ({ appName, newEmail, at }) =>
        `已登入你 ${appName} 帳號的使用者申請將電子郵件地址變更為 ${newEmail}（${at}）。在新地址獲得確認之前，一切都不會改變。`,
      ifNotYou: '如果不是你本人操作，請停止這次變更。你的帳號也會同時從所有裝置登出。',
      button: '不是我本人操作',
    },
    taken: {
      subject: ({ appName }) => `有人在 ${appName} 輸入了你的電子郵件地址`,
      heading: '有人輸入了你的電子郵件地址',
      happened: ({ appName, at }) =>
        `有人嘗試將這個電子郵件地址用於另一個 ${appName} 帳號（${at}）。這個地址已屬於某個帳號，因此無法這樣使用。`,
      nothingToDo: '沒有任何變更，你也不需要採取任何動作。',
    },
    changed: {
      subject: ({ appName }) => `你 ${appName} 帳號的電子郵件地址已變更`,
      heading: '你的電子郵件地址已變更',
      happened: ({ appName, newEmail, at }) =>
        `你 ${appName} 帳號的電子郵件地址已變更為 ${newEmail}（${at}）。今後，帳號相關的電子郵件會傳送到新地址。`,
      ifNotYou: '如果不是你本人操作，請恢復這個地址。你的帳號也會同時從所有裝置登出。',
      button: '恢復這個地址',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `確認你 ${appName} 帳號的電子郵件地址`,
      heading: '確認你的電子郵件地址',
      happened: ({ appName }) => `有一個 ${appName} 帳號使用了這個地址。請確認這個地址屬於你。`,
      button: '確認這個地址',
      ifNotYou: '如果這個帳號不是你建立的，請不要確認：只要不開啟連結，就不會有任何變更。',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `為 ${appName} 設定新密碼`,
      heading: '設定新密碼',
      happened: ({ appName, at }) =>
        `有人為你的 ${appName} 帳號申請了設定新密碼的連結（${at}）。連結如下。`,
      button: '設定新密碼',
      ifNotYou: '如果這不是你申請的，可以忽略這封電子郵件。你的密碼維持不變。',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `你的 ${appName} 驗證碼`,
      heading: '你的驗證碼',
      happened: ({ appName }) => `請在你申請驗證碼的 ${appName} 頁面上輸入這組驗證碼：`,
      until: ({ expiresAt }) => `驗證碼在 ${expiresAt} 前有效，僅能使用一次。`,
      ifNotYou: ({ appName }) =>
        `請勿將驗證碼告訴任何人，包括 ${appName}。如果這不是你申請的，表示有人登入了你的帳號：請開啟帳號設定，結束其他工作階段。`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `你 ${appName} 帳號的密碼已變更`,
        heading: '你的密碼已變更',
        happened: ({ appName, at }) =>
          `你 ${appName} 帳號的密碼已變更（${at}）。其他所有裝置都已登出。`,
      },
      password_reset: {
        subject: ({ appName }) => `你的 ${appName} 帳號已設定新密碼`,
        heading: '已設定新密碼',
        happened: ({ appName, at }) =>
          `你的 ${appName} 帳號已透過電子郵件中的連結設定新密碼（${at}）。所有裝置都已登出。`,
      },
      password_locked: {
        subject: ({ appName }) => `你的 ${appName} 帳號錯誤嘗試次數過多`,
        heading: '錯誤嘗試次數過多',
        happened: ({ appName, at }) =>
          `登入你的 ${appName} 帳號時，連續錯誤嘗試次數過多（${at}）。系統不再接受新的嘗試。你以前登入過的瀏覽器仍可使用；在其他地方，請先透過電子郵件設定新密碼。`,
      },
      two_factor_enabled: {
        subject: ({ appName }) => `你的 ${appName} 帳號已開啟兩步驟驗證`,
        heading: '兩步驟驗證已開啟',
        happened: ({ appName, at }) =>
          `你的 ${appName} 帳號已開啟兩步驟驗證（${at}）。今後登入時，還需要輸入驗證器應用程式中的驗證碼。`,
      },
      two_factor_disabled: {
        subject: ({ appName }) => `你的 ${appName} 帳號已關閉兩步驟驗證`,
        heading: '兩步驟驗證已關閉',
        happened: ({ appName, at }) =>
          `你的 ${appName} 帳號已關閉兩步驟驗證（${at}）。今後只需要密碼就能登入。`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `你的 ${appName} 帳號已產生新的復原碼`,
        heading: '已產生新的復原碼',
        happened: ({ appName, at }) =>
          `你的 ${appName} 帳號已產生新的復原碼（${at}）。舊的復原碼不再有效。`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `你 ${appName} 帳號的一組復原碼已使用`,
        heading: '一組復原碼已使用',
        happened: ({ appName, at }) =>
          `你 ${appName} 帳號的一組復原碼已使用（${at}）。這組復原碼無法再次使用。`,
      },
      passkey_added: {
        subject: ({ appName }) => `你的 ${appName} 帳號已新增一個密碼金鑰`,
        heading: '已新增一個密碼金鑰',
        happened: ({ appName, at }) =>
          `你的 ${appName} 帳號已新增一個密碼金鑰（${at}）。持有這個密碼金鑰的人可以證明自己是你。`,
      },
      passkey_removed: {
        subject: ({ appName }) => `你的 ${appName} 帳號已移除一個密碼金鑰`,
        heading: '已移除一個密碼金鑰',
        happened: ({ appName, at }) =>
          `你的 ${appName} 帳號已移除一個密碼金鑰（${at}）。這個密碼金鑰不再適用於這個帳號。`,
      },
      new_sign_in: {
        subject: ({ appName }) => `你的 ${appName} 帳號有新的登入`,
        heading: '新的登入',
        happened: ({ appName, at }) =>
          `有人使用我們不認得的瀏覽器登入了你的 ${appName} 帳號（${at}）。`,
      },
    },
    ifNotYou:
      '如果不是你本人操作，請立即告訴我們。你的帳號接著會從所有裝置登出，等待確認的操作也會停止。',
    thenPassword: '你還會收到一個用來設定新密碼的連結。',
    button: '不是我本人操作',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `你的 ${appName} 帳號已刪除`,
      heading: '你的帳號已刪除',
      happened: ({ appName, at }) =>
        `你的 ${appName} 帳號已刪除（${at}），個人資料、大頭貼和所有登入也已一併刪除。帳號無法復原。`,
      lastMail: '這是關於這個帳號的最後一封電子郵件。',
      ifNotYou: ({ appName }) => `如果不是你本人操作，請聯絡 ${appName}。`,
    },
  },
};
