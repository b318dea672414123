import type { MailWords } from './mail-words.ts';

/** The mails in Turkish. */
export const trMails: MailWords = {
  language: 'tr',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Merhaba ${name},`,
    greetingWithoutName: 'Merhaba,',
    linkInstead: 'Düğme çalışmazsa bu bağlantıyı kopyalayıp tarayıcınızda açın:',
    linkUntil: ({ expiresAt }) =>
      `Bağlantı bir kez kullanılabilir; son geçerlilik zamanı: ${expiresAt}.`,
    ifYou: 'Bunu siz yaptıysanız başka bir şey yapmanız gerekmez.',
    footer: ({ appName }) => `${appName} tarafından otomatik olarak gönderildi.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Nereden: ${where}.`,
    unknown: 'Nereden yapıldığı bilinmiyor.',
    device: ({ browser, system }) => `${system} üzerinde ${browser}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `${appName} için yeni e-posta adresinizi doğrulayın`,
      heading: 'Yeni e-posta adresinizi doğrulayın',
      happened: ({ appName, oldEmail }) =>
        `${appName} hesabınızın e-posta adresini (${oldEmail}) bu adresle değiştirmek istediniz. Siz doğrulayana kadar hiçbir şey değişmez.`,
      button: 'Bu adresi doğrula',
      ifNotYou:
        'Bunu siz istemediyseniz bu e-postayı yok sayabilirsiniz. Bağlantı kullanılmadıkça hiçbir şey olmaz.',
    },
    requested: {
      subject: ({ appName }) => `Biri ${appName} hesabınızın e-posta adresini değiştirmek istedi`,
      heading: 'E-posta adresinizin değiştirilmesi istendi',
      happened: ({ appName, newEmail, at }) =>
        `${appName} hesabınızda oturumu açık olan biri, hesabın e-posta adresini ${newEmail} olarak değiştirmek istedi (${at}). Yeni adres doğrulanana kadar hiçbir şey değişmez.`,
      ifNotYou:
        'Bunu siz yapmadıysanız değişikliği durdurun. Böylece hesabınızın oturumları da her yerde kapatılır.',
      button: 'Ben değildim',
    },
    taken: {
      subject: ({ appName }) => `Biri e-posta adresinizi ${appName} üzerinde girdi`,
      heading: 'Biri e-posta adresinizi girdi',
      happened: ({ appName, at }) =>
        `Biri bu e-posta adresini başka bir ${appName} hesabı için kullanmak istedi (${at}). Adres zaten bir hesaba ait olduğundan bu mümkün değil.`,
      nothingToDo: 'Hiçbir şey değişmedi ve bir şey yapmanız gerekmiyor.',
    },
    changed: {
      subject: ({ appName }) => `${appName} hesabınızın e-posta adresi değiştirildi`,
      heading: 'E-posta adresiniz değiştirildi',
      happened: ({ appName, newEmail, at }) =>
        `${appName} hesabınızın e-posta adresi ${newEmail} olarak değiştirildi (${at}). Hesabınızla ilgili e-postalar bundan sonra oraya gönderilir.`,
      ifNotYou:
        'Bunu siz yapmadıysanız bu adresi geri getirin. Böylece hesabınızın oturumları da her yerde kapatılır.',
      button: 'Bu adresi geri getir',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `${appName} için e-posta adresinizi doğrulayın`,
      heading: 'E-posta adresinizi doğrulayın',
      happened: ({ appName }) =>
        `Bir ${appName} hesabı bu adresi kullanıyor. Adresin size ait olduğunu doğrulayın.`,
      button: 'Bu adresi doğrula',
      ifNotYou:
        'Bu hesabı siz oluşturmadıysanız hiçbir şeyi doğrulamayın: Bağlantı kullanılmadıkça hiçbir şey olmaz.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `${appName} için yeni bir parola belirleyin`,
      heading: 'Yeni bir parola belirleyin',
      happened: ({ appName, at }) =>
        `${appName} hesabınıza yeni bir parola belirlemek için bağlantı istendi (${at}). Bağlantı aşağıda.`,
      button: 'Yeni parola belirle',
      ifNotYou: 'Bunu siz istemediyseniz bu e-postayı yok sayabilirsiniz. Parolanız aynı kalır.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `${appName} kodunuz`,
      heading: 'Kodunuz',
      happened: ({ appName }) => `Bu kodu, ${appName} üzerinde kodu istediğiniz sayfaya girin:`,
      until: ({ expiresAt }) => `Kod bir kez kullanılabilir; son geçerlilik zamanı: ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Kodu kimseye vermeyin, ${appName} ekibine bile. Bunu siz istemediyseniz biri hesabınızda oturum açmış demektir: Hesap ayarlarınızı açıp diğer oturumları kapatın.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `${appName} hesabınızın parolası değiştirildi`,
        heading: 'Parolanız değiştirildi',
        happened: ({ appName, at }) =>
          `${appName} hesabınızın parolası değiştirildi (${at}). Diğer tüm cihazlarda oturum kapatıldı.`,
      },
      password_reset: {
        subject: ({ appName }) => `${appName} hesabınız için yeni bir parola belirlendi`,
        heading: 'Yeni bir parola belirlendi',
        happened: ({ appName, at }) =>
          `${appName} hesabınız için bir e-postadaki bağlantıyla yeni bir parola belirlendi (${at}). Tüm cihazlarda oturum kapatıldı.`,
      },
      password_locked: {
        subject: ({ appName }) => `${appName} hesabınıza girmek için çok fazla yanlış deneme`,
        heading: 'Çok fazla yanlış deneme',
        happened: ({ appName, at }) =>
          `${appName} hesabınıza girmek için art arda çok fazla yanlış deneme yapıldı (${at}). Yeni denemeler kabul edilmiyor. Daha önce oturum açtığınız tarayıcılar çalışmaya devam eder; başka her yerde önce e-postayla yeni bir parola belirleyin.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) => `${appName} hesabınız için iki adımlı doğrulama açıldı`,
        heading: 'İki adımlı doğrulama açıldı',
        happened: ({ appName, at }) =>
          `${appName} hesabınız için iki adımlı doğrulama açıldı (${at}). Bundan sonra oturum açarken kimlik doğrulama uygulamasındaki kod da istenir.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) => `${appName} hesabınız için iki adımlı doğrulama kapatıldı`,
        heading: 'İki adımlı doğrulama kapatıldı',
        happened: ({ appName, at }) =>
          `${appName} hesabınız için iki adımlı doğrulama kapatıldı (${at}). Bundan sonra oturum açmak için parola yeterlidir.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `${appName} hesabınız için yeni kurtarma kodları oluşturuldu`,
        heading: 'Yeni kurtarma kodları oluşturuldu',
        happened: ({ appName, at }) =>
          `${appName} hesabınız için yeni kurtarma kodları oluşturuldu (${at}). Eskileri artık çalışmaz.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `${appName} hesabınızın bir kurtarma kodu kullanıldı`,
        heading: 'Bir kurtarma kodu kullanıldı',
        happened: ({ appName, at }) =>
          `${appName} hesabınızın bir kurtarma kodu kullanıldı (${at}). Bu kod bir daha çalışmaz.`,
      },
      passkey_added: {
        subject: ({ appName }) => `${appName} hesabınıza bir geçiş anahtarı eklendi`,
        heading: 'Bir geçiş anahtarı eklendi',
        happened: ({ appName, at }) =>
          `${appName} hesabınıza bir geçiş anahtarı eklendi (${at}). Bu anahtar kimdeyse kendisini siz olarak doğrulayabilir.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `${appName} hesabınızdan bir geçiş anahtarı kaldırıldı`,
        heading: 'Bir geçiş anahtarı kaldırıldı',
        happened: ({ appName, at }) =>
          `${appName} hesabınızdan bir geçiş anahtarı kaldırıldı (${at}). Bu anahtar orada artık çalışmaz.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `${appName} hesabınızda yeni oturum açıldı`,
        heading: 'Yeni oturum açıldı',
        happened: ({ appName, at }) =>
          `Biri ${appName} hesabınızda tanımadığımız bir tarayıcıyla oturum açtı (${at}).`,
      },
    },
    ifNotYou:
      'Bunu siz yapmadıysanız bize hemen bildirin. Hesabınızın oturumları her yerde kapatılır ve onay bekleyenler durdurulur.',
    thenPassword: 'Ayrıca yeni bir parola belirlemeniz için bir bağlantı alırsınız.',
    button: 'Ben değildim',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `${appName} hesabınız silindi`,
      heading: 'Hesabınız silindi',
      happened: ({ appName, at }) =>
        `${appName} hesabınız; profiliniz, profil resminiz ve tüm oturumlarınızla birlikte silindi (${at}). Hesap geri getirilemez.`,
      lastMail: 'Bu konudaki son e-posta budur.',
      ifNotYou: ({ appName }) => `Bunu siz yapmadıysanız ${appName} ile iletişime geçin.`,
    },
  },
};
