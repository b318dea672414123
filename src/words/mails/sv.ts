import type { MailWords } from './mail-words.ts';

/** The mails in Swedish. */
export const svMails: MailWords = {
  language: 'sv',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Hej ${name},`,
    greetingWithoutName: 'Hej,',
    linkInstead: 'Om knappen inte fungerar kan du kopiera den här länken till webbläsaren:',
    linkUntil: ({ expiresAt }) => `Länken fungerar en gång, fram till ${expiresAt}.`,
    ifYou: 'Om det var du behöver du inte göra något.',
    footer: ({ appName }) => `Skickat automatiskt av ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Varifrån: ${where}.`,
    unknown: 'Det är inte känt varifrån det gjordes.',
    device: ({ browser, system }) => `${browser} på ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Bekräfta din nya e-postadress för ${appName}`,
      heading: 'Bekräfta din nya e-postadress',
      happened: ({ appName, oldEmail }) =>
        `Du har bett om att ändra e-postadressen för ditt konto hos ${appName} från ${oldEmail} till den här. Inget ändras förrän du bekräftar det.`,
      button: 'Bekräfta den här adressen',
      ifNotYou:
        'Om du inte har bett om det här kan du bortse från mejlet. Utan länken händer ingenting.',
    },
    requested: {
      subject: ({ appName }) => `Någon vill ändra e-postadressen för ditt konto hos ${appName}`,
      heading: 'Ett byte av din e-postadress har begärts',
      happened: ({ appName, newEmail, at }) =>
        `Någon som är inloggad på ditt konto hos ${appName} vill ändra kontots e-postadress till ${newEmail} (${at}). Inget ändras förrän den nya adressen har bekräftats.`,
      ifNotYou: 'Stoppa ändringen om det inte var du. Då loggas ditt konto också ut överallt.',
      button: 'Det var inte jag',
    },
    taken: {
      subject: ({ appName }) => `Någon har angett din e-postadress hos ${appName}`,
      heading: 'Någon har angett din e-postadress',
      happened: ({ appName, at }) =>
        `Någon försökte använda den här e-postadressen för ett annat konto hos ${appName} (${at}). Den tillhör redan ett konto, så det går inte.`,
      nothingToDo: 'Inget har ändrats och du behöver inte göra något.',
    },
    changed: {
      subject: ({ appName }) => `E-postadressen för ditt konto hos ${appName} har ändrats`,
      heading: 'Din e-postadress har ändrats',
      happened: ({ appName, newEmail, at }) =>
        `E-postadressen för ditt konto hos ${appName} har ändrats till ${newEmail} (${at}). Mejl om ditt konto skickas dit från och med nu.`,
      ifNotYou:
        'Återställ den här adressen om det inte var du. Då loggas ditt konto också ut överallt.',
      button: 'Återställ den här adressen',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Bekräfta din e-postadress för ${appName}`,
      heading: 'Bekräfta din e-postadress',
      happened: ({ appName }) =>
        `Ett konto hos ${appName} använder den här adressen. Bekräfta att adressen är din.`,
      button: 'Bekräfta den här adressen',
      ifNotYou:
        'Om du inte har skapat kontot ska du inte bekräfta något. Utan länken händer ingenting.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Välj ett nytt lösenord för ${appName}`,
      heading: 'Välj ett nytt lösenord',
      happened: ({ appName, at }) =>
        `En länk för att välja ett nytt lösenord till ditt konto hos ${appName} har begärts (${at}). Här är den.`,
      button: 'Välj ett nytt lösenord',
      ifNotYou:
        'Om du inte har bett om det här kan du bortse från mejlet. Ditt lösenord förblir som det är.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Din kod för ${appName}`,
      heading: 'Din kod',
      happened: ({ appName }) => `Ange koden på den sida hos ${appName} där du bad om den:`,
      until: ({ expiresAt }) => `Den fungerar en gång, fram till ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Ge den inte till någon, inte ens till ${appName}. Om du inte har bett om den är någon inloggad på ditt konto: öppna dina kontoinställningar och avsluta de andra sessionerna.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Lösenordet till ditt konto hos ${appName} har ändrats`,
        heading: 'Ditt lösenord har ändrats',
        happened: ({ appName, at }) =>
          `Lösenordet till ditt konto hos ${appName} har ändrats (${at}). Alla andra enheter har loggats ut.`,
      },
      password_reset: {
        subject: ({ appName }) => `Ett nytt lösenord har valts för ditt konto hos ${appName}`,
        heading: 'Ett nytt lösenord har valts',
        happened: ({ appName, at }) =>
          `Ett nytt lösenord har valts för ditt konto hos ${appName} med en länk från ett mejl (${at}). Alla enheter har loggats ut.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `För många misslyckade försök att komma in på ditt konto hos ${appName}`,
        heading: 'För många misslyckade försök',
        happened: ({ appName, at }) =>
          `Det har gjorts för många misslyckade försök i rad att komma in på ditt konto hos ${appName} (${at}). Fler försök avvisas. Webbläsare där du har loggat in tidigare fungerar fortfarande; välj först ett nytt lösenord via e-post om du ska logga in någon annanstans.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `Tvåstegsverifiering har slagits på för ditt konto hos ${appName}`,
        heading: 'Tvåstegsverifiering har slagits på',
        happened: ({ appName, at }) =>
          `Tvåstegsverifiering har slagits på för ditt konto hos ${appName} (${at}). Från och med nu krävs också en kod från autentiseringsappen för att logga in.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `Tvåstegsverifiering har stängts av för ditt konto hos ${appName}`,
        heading: 'Tvåstegsverifiering har stängts av',
        happened: ({ appName, at }) =>
          `Tvåstegsverifiering har stängts av för ditt konto hos ${appName} (${at}). Från och med nu räcker lösenordet för att logga in.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) =>
          `Nya återställningskoder har skapats för ditt konto hos ${appName}`,
        heading: 'Nya återställningskoder har skapats',
        happened: ({ appName, at }) =>
          `Nya återställningskoder har skapats för ditt konto hos ${appName} (${at}). De gamla fungerar inte längre.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `En återställningskod till ditt konto hos ${appName} har använts`,
        heading: 'En återställningskod har använts',
        happened: ({ appName, at }) =>
          `En återställningskod till ditt konto hos ${appName} har använts (${at}). Den fungerar inte igen.`,
      },
      passkey_added: {
        subject: ({ appName }) => `En passkey har lagts till för ditt konto hos ${appName}`,
        heading: 'En passkey har lagts till',
        happened: ({ appName, at }) =>
          `En passkey har lagts till för ditt konto hos ${appName} (${at}). Den som har den kan identifiera sig som dig.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `En passkey har tagits bort från ditt konto hos ${appName}`,
        heading: 'En passkey har tagits bort',
        happened: ({ appName, at }) =>
          `En passkey har tagits bort från ditt konto hos ${appName} (${at}). Den fungerar inte där längre.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Ny inloggning på ditt konto hos ${appName}`,
        heading: 'Ny inloggning',
        happened: ({ appName, at }) =>
          `Någon har loggat in på ditt konto hos ${appName} med en webbläsare som vi inte kände till (${at}).`,
      },
    },
    ifNotYou:
      'Säg till oss direkt om det inte var du. Då loggas ditt konto ut överallt, och det som väntar på en bekräftelse stoppas.',
    thenPassword: 'Du får också en länk för att välja ett nytt lösenord.',
    button: 'Det var inte jag',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Ditt konto hos ${appName} har raderats`,
      heading: 'Ditt konto har raderats',
      happened: ({ appName, at }) =>
        `Ditt konto hos ${appName} har raderats (${at}), tillsammans med din profil, din bild och alla dina inloggningar. Det går inte att återställa.`,
      lastMail: 'Det här är det sista mejlet om det.',
      ifNotYou: ({ appName }) => `Kontakta ${appName} om det inte var du.`,
    },
  },
};
