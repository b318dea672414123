import type { MailWords } from './mail-words.ts';

/** The mails in Polish. */
export const plMails: MailWords = {
  language: 'pl',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Dzień dobry, ${name},`,
    greetingWithoutName: 'Dzień dobry,',
    linkInstead: 'Jeśli przycisk nie działa, skopiuj ten link do przeglądarki:',
    linkUntil: ({ expiresAt }) => `Link działa jeden raz, do ${expiresAt}.`,
    ifYou: 'Jeśli to Ty, nie musisz nic robić.',
    footer: ({ appName }) => `Wiadomość wysłana automatycznie. Nadawca: ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Skąd: ${where}.`,
    unknown: 'Nie wiadomo skąd.',
    device: ({ browser, system }) => `${browser} w systemie ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Potwierdź nowy adres e-mail w serwisie ${appName}`,
      heading: 'Potwierdź nowy adres e-mail',
      happened: ({ appName, oldEmail }) =>
        `otrzymaliśmy prośbę o zmianę adresu e-mail Twojego konta w serwisie ${appName} z adresu ${oldEmail} na ten. Dopóki tego nie potwierdzisz, nic się nie zmieni.`,
      button: 'Potwierdź ten adres',
      ifNotYou:
        'Jeśli ta prośba nie pochodzi od Ciebie, możesz zignorować tę wiadomość. Bez użycia linku nic się nie stanie.',
    },
    requested: {
      subject: ({ appName }) =>
        `Ktoś chce zmienić adres e-mail Twojego konta w serwisie ${appName}`,
      heading: 'Poproszono o zmianę Twojego adresu e-mail',
      happened: ({ appName, newEmail, at }) =>
        `osoba zalogowana na Twoje konto w serwisie ${appName} chce zmienić jego adres e-mail na ${newEmail} (${at}). Dopóki nowy adres nie zostanie potwierdzony, nic się nie zmieni.`,
      ifNotYou: 'Jeśli to nie Ty, zatrzymaj zmianę. Twoje konto zostanie też wszędzie wylogowane.',
      button: 'To nie ja',
    },
    taken: {
      subject: ({ appName }) => `Ktoś podał Twój adres e-mail w serwisie ${appName}`,
      heading: 'Ktoś podał Twój adres e-mail',
      happened: ({ appName, at }) =>
        `ktoś próbował użyć tego adresu e-mail do innego konta w serwisie ${appName} (${at}). Adres należy już do istniejącego konta, więc nie jest to możliwe.`,
      nothingToDo: 'Nic się nie zmieniło i nie musisz nic robić.',
    },
    changed: {
      subject: ({ appName }) => `Zmieniono adres e-mail Twojego konta w serwisie ${appName}`,
      heading: 'Twój adres e-mail został zmieniony',
      happened: ({ appName, newEmail, at }) =>
        `adres e-mail Twojego konta w serwisie ${appName} został zmieniony na ${newEmail} (${at}). Od teraz wiadomości dotyczące konta będą przychodzić tam.`,
      ifNotYou:
        'Jeśli to nie Ty, przywróć ten adres. Twoje konto zostanie też wszędzie wylogowane.',
      button: 'Przywróć ten adres',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Potwierdź swój adres e-mail w serwisie ${appName}`,
      heading: 'Potwierdź swój adres e-mail',
      happened: ({ appName }) =>
        `z tego adresu korzysta konto w serwisie ${appName}. Potwierdź, że adres należy do Ciebie.`,
      button: 'Potwierdź ten adres',
      ifNotYou:
        'Jeśli to nie Twoje konto, niczego nie potwierdzaj: bez użycia linku nic się nie stanie.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Ustaw nowe hasło w serwisie ${appName}`,
      heading: 'Ustaw nowe hasło',
      happened: ({ appName, at }) =>
        `otrzymaliśmy prośbę o link do ustawienia nowego hasła do Twojego konta w serwisie ${appName} (${at}). Oto on.`,
      button: 'Ustaw nowe hasło',
      ifNotYou:
        'Jeśli ta prośba nie pochodzi od Ciebie, możesz zignorować tę wiadomość. Twoje hasło pozostanie bez zmian.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Twój kod do serwisu ${appName}`,
      heading: 'Twój kod',
      happened: ({ appName }) =>
        `wpisz ten kod na stronie serwisu ${appName}, na której o niego poproszono:`,
      until: ({ expiresAt }) => `Kod działa jeden raz, do ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Nie podawaj go nikomu, nawet osobom z serwisu ${appName}. Jeśli prośba o kod nie pochodzi od Ciebie, ktoś jest zalogowany na Twoje konto: otwórz ustawienia konta i zakończ pozostałe sesje.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Zmieniono hasło do Twojego konta w serwisie ${appName}`,
        heading: 'Twoje hasło zostało zmienione',
        happened: ({ appName, at }) =>
          `hasło do Twojego konta w serwisie ${appName} zostało zmienione (${at}). Wszystkie pozostałe urządzenia zostały wylogowane.`,
      },
      password_reset: {
        subject: ({ appName }) => `Ustawiono nowe hasło do Twojego konta w serwisie ${appName}`,
        heading: 'Ustawiono nowe hasło',
        happened: ({ appName, at }) =>
          `za pomocą linku z wiadomości e-mail ustawiono nowe hasło do Twojego konta w serwisie ${appName} (${at}). Wszystkie urządzenia zostały wylogowane.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `Zbyt wiele nieudanych prób dostępu do Twojego konta w serwisie ${appName}`,
        heading: 'Zbyt wiele nieudanych prób',
        happened: ({ appName, at }) =>
          `odnotowaliśmy zbyt wiele kolejnych nieudanych prób dostępu do Twojego konta w serwisie ${appName} (${at}). Następne próby nie są przyjmowane. Przeglądarki, w których logowano się już wcześniej, nadal działają; wszędzie indziej najpierw ustaw nowe hasło przez e-mail.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `Włączono weryfikację dwuetapową na Twoim koncie w serwisie ${appName}`,
        heading: 'Włączono weryfikację dwuetapową',
        happened: ({ appName, at }) =>
          `na Twoim koncie w serwisie ${appName} włączono weryfikację dwuetapową (${at}). Od teraz przy logowaniu potrzebny jest także kod z aplikacji uwierzytelniającej.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `Wyłączono weryfikację dwuetapową na Twoim koncie w serwisie ${appName}`,
        heading: 'Wyłączono weryfikację dwuetapową',
        happened: ({ appName, at }) =>
          `na Twoim koncie w serwisie ${appName} wyłączono weryfikację dwuetapową (${at}). Od teraz do logowania wystarczy hasło.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) =>
          `Utworzono nowe kody odzyskiwania do Twojego konta w serwisie ${appName}`,
        heading: 'Utworzono nowe kody odzyskiwania',
        happened: ({ appName, at }) =>
          `utworzono nowe kody odzyskiwania do Twojego konta w serwisie ${appName} (${at}). Stare już nie działają.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `Użyto kodu odzyskiwania do Twojego konta w serwisie ${appName}`,
        heading: 'Użyto kodu odzyskiwania',
        happened: ({ appName, at }) =>
          `użyto kodu odzyskiwania do Twojego konta w serwisie ${appName} (${at}). Ten kod nie zadziała ponownie.`,
      },
      passkey_added: {
        subject: ({ appName }) => `Dodano klucz dostępu do Twojego konta w serwisie ${appName}`,
        heading: 'Dodano klucz dostępu',
        happened: ({ appName, at }) =>
          `dodano klucz dostępu do Twojego konta w serwisie ${appName} (${at}). Kto go ma, może uwierzytelniać się jako Ty.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `Usunięto klucz dostępu do Twojego konta w serwisie ${appName}`,
        heading: 'Usunięto klucz dostępu',
        happened: ({ appName, at }) =>
          `usunięto klucz dostępu do Twojego konta w serwisie ${appName} (${at}). Ten klucz już tam nie działa.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Nowe logowanie na Twoje konto w serwisie ${appName}`,
        heading: 'Nowe logowanie',
        happened: ({ appName, at }) =>
          `ktoś zalogował się na Twoje konto w serwisie ${appName} w przeglądarce, której nie znaliśmy (${at}).`,
      },
    },
    ifNotYou:
      'Jeśli to nie Ty, powiadom nas od razu. Wylogujemy wtedy Twoje konto wszędzie i zatrzymamy to, co czeka na potwierdzenie.',
    thenPassword: 'Wyślemy Ci też link do ustawienia nowego hasła.',
    button: 'To nie ja',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Twoje konto w serwisie ${appName} zostało usunięte`,
      heading: 'Twoje konto zostało usunięte',
      happened: ({ appName, at }) =>
        `Twoje konto w serwisie ${appName} zostało usunięte (${at}) wraz z profilem, zdjęciem i wszystkimi sposobami logowania. Nie można go przywrócić.`,
      lastMail: 'To ostatnia wiadomość w tej sprawie.',
      ifNotYou: ({ appName }) => `Jeśli to nie Ty, skontaktuj się z serwisem ${appName}.`,
    },
  },
};
