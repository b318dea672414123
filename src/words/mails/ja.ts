import type { MailWords } from './mail-words.ts';

/** The mails in Japanese. */
export const jaMails: MailWords = {
  language: 'ja',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `${name} 様`,
    greetingWithoutName: 'こんにちは。',
    linkInstead: 'ボタンが使えない場合は、次のリンクをコピーしてブラウザで開いてください。',
    linkUntil: ({ expiresAt }) => `このリンクは${expiresAt}まで、1回だけ使えます。`,
    ifYou: 'お心当たりがある場合は、何もする必要はありません。',
    footer: ({ appName }) => `このメールは${appName}から自動で送信されました。`,
  },
  origin: {
    both: ({ device, place }) => `${device}、${place}`,
    from: ({ where }) => `アクセス元：${where}`,
    unknown: 'アクセス元は不明です。',
    device: ({ browser, system }) => `${system}の${browser}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `${appName}に登録する新しいメールアドレスをご確認ください`,
      heading: '新しいメールアドレスをご確認ください',
      happened: ({ appName, oldEmail }) =>
        `${appName}のアカウントのメールアドレスを${oldEmail}からこのメールアドレスに変更する申請がありました。確認が済むまで、何も変わりません。`,
      button: 'このメールアドレスを確認',
      ifNotYou:
        'お心当たりがない場合は、このメールを無視してください。リンクを開かないかぎり、何も起こりません。',
    },
    requested: {
      subject: ({ appName }) => `${appName}のアカウントで、メールアドレスの変更が申請されました`,
      heading: 'メールアドレスの変更が申請されました',
      happened: ({ appName, newEmail, at }) =>
        `${appName}のアカウントにログインしている人が、メールアドレスを${newEmail}に変更するよう申請しました（${at}）。新しいメールアドレスの確認が済むまで、何も変わりません。`,
      ifNotYou:
        'お心当たりがない場合は、変更を中止してください。同時に、すべてのデバイスでアカウントからログアウトします。',
      button: '心当たりがない',
    },
    taken: {
      subject: ({ appName }) => `${appName}で、あなたのメールアドレスが入力されました`,
      heading: 'あなたのメールアドレスが入力されました',
      happened: ({ appName, at }) =>
        `このメールアドレスを${appName}の別のアカウントで使おうとした人がいます（${at}）。すでにアカウントで使われているため、この操作はできません。`,
      nothingToDo: '何も変更されておらず、対応の必要もありません。',
    },
    changed: {
      subject: ({ appName }) => `${appName}のアカウントのメールアドレスが変更されました`,
      heading: 'メールアドレスが変更されました',
      happened: ({ appName, newEmail, at }) =>
        `${appName}のアカウントのメールアドレスが${newEmail}に変更されました（${at}）。今後、アカウントに関するメールはそちらに届きます。`,
      ifNotYou:
        'お心当たりがない場合は、このメールアドレスに戻してください。同時に、すべてのデバイスでアカウントからログアウトします。',
      button: 'このメールアドレスに戻す',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `${appName}に登録されたメールアドレスをご確認ください`,
      heading: 'メールアドレスをご確認ください',
      happened: ({ appName }) =>
        `${appName}のアカウントでこのメールアドレスが使われています。ご自身のメールアドレスであることを確認してください。`,
      button: 'このメールアドレスを確認',
      ifNotYou:
        'このアカウントにお心当たりがない場合は、確認しないでください。リンクを開かないかぎり、何も起こりません。',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `${appName}の新しいパスワードを設定してください`,
      heading: '新しいパスワードを設定してください',
      happened: ({ appName, at }) =>
        `${appName}のアカウントの新しいパスワードを設定するためのリンクが請求されました（${at}）。以下からお進みください。`,
      button: '新しいパスワードを設定',
      ifNotYou:
        'お心当たりがない場合は、このメールを無視してください。パスワードはこれまでどおりです。',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `${appName}のコード`,
      heading: 'コードのお知らせ',
      happened: ({ appName }) =>
        `コードを請求した${appName}のページで、次のコードを入力してください。`,
      until: ({ expiresAt }) => `${expiresAt}まで、1回だけ使えます。`,
      ifNotYou: ({ appName }) =>
        `このコードは、${appName}を含め、誰にも教えないでください。請求した覚えがない場合、ほかの誰かがアカウントにログインしています。アカウント設定を開き、ほかのセッションを終了してください。`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `${appName}のアカウントのパスワードが変更されました`,
        heading: 'パスワードが変更されました',
        happened: ({ appName, at }) =>
          `${appName}のアカウントのパスワードが変更されました（${at}）。ほかのすべてのデバイスからログアウトしました。`,
      },
      password_reset: {
        subject: ({ appName }) => `${appName}のアカウントに新しいパスワードが設定されました`,
        heading: '新しいパスワードが設定されました',
        happened: ({ appName, at }) =>
          `メールのリンクから、${appName}のアカウントに新しいパスワードが設定されました（${at}）。すべてのデバイスからログアウトしました。`,
      },
      password_locked: {
        subject: ({ appName }) => `${appName}のアカウントで入力の間違いが続きました`,
        heading: '入力の間違いが続きました',
        happened: ({ appName, at }) =>
          `${appName}のアカウントにログインしようとして、入力の間違いが何度も続きました（${at}）。これ以上の試行は受け付けません。以前ログインしたことのあるブラウザは引き続き使えます。それ以外では、先にメールから新しいパスワードを設定してください。`,
      },
      two_factor_enabled: {
        subject: ({ appName }) => `${appName}のアカウントで2段階認証がオンになりました`,
        heading: '2段階認証がオンになりました',
        happened: ({ appName, at }) =>
          `${appName}のアカウントで2段階認証がオンになりました（${at}）。今後、ログイン時には認証アプリのコードも必要です。`,
      },
      two_factor_disabled: {
        subject: ({ appName }) => `${appName}のアカウントで2段階認証がオフになりました`,
        heading: '2段階認証がオフになりました',
        happened: ({ appName, at }) =>
          `${appName}のアカウントで2段階認証がオフになりました（${at}）。今後は、パスワードだけでログインできます。`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `${appName}のアカウントの新しいリカバリーコードが作成されました`,
        heading: '新しいリカバリーコードが作成されました',
        happened: ({ appName, at }) =>
          `${appName}のアカウントの新しいリカバリーコードが作成されました（${at}）。以前のコードはもう使えません。`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `${appName}のアカウントのリカバリーコードが使用されました`,
        heading: 'リカバリーコードが使用されました',
        happened: ({ appName, at }) =>
          `${appName}のアカウントのリカバリーコードが使用されました（${at}）。このコードはもう使えません。`,
      },
      passkey_added: {
        subject: ({ appName }) => `${appName}のアカウントにパスキーが追加されました`,
        heading: 'パスキーが追加されました',
        happened: ({ appName, at }) =>
          `${appName}のアカウントにパスキーが追加されました（${at}）。このパスキーを持つ人は、あなた本人として認証されます。`,
      },
      passkey_removed: {
        subject: ({ appName }) => `${appName}のアカウントからパスキーが削除されました`,
        heading: 'パスキーが削除されました',
        happened: ({ appName, at }) =>
          `${appName}のアカウントからパスキーが削除されました（${at}）。このパスキーはもう使えません。`,
      },
      new_sign_in: {
        subject: ({ appName }) => `${appName}のアカウントへの新しいログイン`,
        heading: '新しいログイン',
        happened: ({ appName, at }) =>
          `これまで使われたことのないブラウザから、${appName}のアカウントにログインがありました（${at}）。`,
      },
    },
    ifNotYou:
      'お心当たりがない場合は、すぐにお知らせください。すべてのデバイスでアカウントからログアウトし、確認待ちの操作を中止します。',
    thenPassword: 'あわせて、新しいパスワードを設定するためのリンクをお送りします。',
    button: '心当たりがない',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `${appName}のアカウントが削除されました`,
      heading: 'アカウントが削除されました',
      happened: ({ appName, at }) =>
        `${appName}のアカウントは、プロフィール、プロフィール画像、すべてのログインとともに削除されました（${at}）。復元することはできません。`,
      lastMail: 'このアカウントについてのメールは、これが最後です。',
      ifNotYou: ({ appName }) => `お心当たりがない場合は、${appName}までお問い合わせください。`,
    },
  },
};
