import type { MailWords } from './mail-words.ts';

/** The mails in Danish. */
export const daMails: MailWords = {
  language: 'da',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Hej ${name},`,
    greetingWithoutName: 'Hej,',
    linkInstead: 'Hvis knappen ikke virker, kan du kopiere dette link til din browser:',
    linkUntil: ({ expiresAt }) => `Linket virker én gang, indtil ${expiresAt}.`,
    ifYou: 'Hvis det var dig, behøver du ikke gøre noget.',
    footer: ({ appName }) => `Sendt automatisk af ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Hvorfra: ${where}.`,
    unknown: 'Det vides ikke hvorfra.',
    device: ({ browser, system }) => `${browser} på ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Bekræft din nye mailadresse til ${appName}`,
      heading: 'Bekræft din nye mailadresse',
      happened: ({ appName, oldEmail }) =>
        `Du har bedt om at ændre mailadressen på din konto hos ${appName} fra ${oldEmail} til denne. Intet ændres, før du bekræfter det.`,
      button: 'Bekræft denne adresse',
      ifNotYou:
        'Hvis du ikke har bedt om dette, kan du se bort fra mailen. Uden linket sker der ingenting.',
    },
    requested: {
      subject: ({ appName }) => `Nogen vil ændre mailadressen på din konto hos ${appName}`,
      heading: 'Der er anmodet om at ændre din mailadresse',
      happened: ({ appName, newEmail, at }) =>
        `Nogen, der er logget ind på din konto hos ${appName}, vil ændre kontoens mailadresse til ${newEmail} (${at}). Intet ændres, før den nye adresse er bekræftet.`,
      ifNotYou:
        'Stop ændringen, hvis det ikke var dig. Så bliver din konto også logget ud overalt.',
      button: 'Det var ikke mig',
    },
    taken: {
      subject: ({ appName }) => `Nogen har indtastet din mailadresse hos ${appName}`,
      heading: 'Nogen har indtastet din mailadresse',
      happened: ({ appName, at }) =>
        `Nogen forsøgte at bruge denne mailadresse til en anden konto hos ${appName} (${at}). Den tilhører allerede en konto, så det kan ikke lade sig gøre.`,
      nothingToDo: 'Intet er ændret, og du behøver ikke gøre noget.',
    },
    changed: {
      subject: ({ appName }) => `Mailadressen på din konto hos ${appName} er ændret`,
      heading: 'Din mailadresse er ændret',
      happened: ({ appName, newEmail, at }) =>
        `Mailadressen på din konto hos ${appName} er ændret til ${newEmail} (${at}). Fra nu af sendes mails om din konto dertil.`,
      ifNotYou:
        'Gendan denne adresse, hvis det ikke var dig. Så bliver din konto også logget ud overalt.',
      button: 'Gendan denne adresse',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Bekræft din mailadresse til ${appName}`,
      heading: 'Bekræft din mailadresse',
      happened: ({ appName }) =>
        `En konto hos ${appName} bruger denne adresse. Bekræft, at adressen er din.`,
      button: 'Bekræft denne adresse',
      ifNotYou:
        'Hvis du ikke har oprettet kontoen, skal du ikke bekræfte noget. Uden linket sker der ingenting.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Vælg en ny adgangskode til ${appName}`,
      heading: 'Vælg en ny adgangskode',
      happened: ({ appName, at }) =>
        `Der er anmodet om et link til at vælge en ny adgangskode til din konto hos ${appName} (${at}). Her er det.`,
      button: 'Vælg en ny adgangskode',
      ifNotYou:
        'Hvis du ikke har bedt om dette, kan du se bort fra mailen. Din adgangskode forbliver, som den er.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Din kode til ${appName}`,
      heading: 'Din kode',
      happened: ({ appName }) => `Indtast koden på den side hos ${appName}, hvor du bad om den:`,
      until: ({ expiresAt }) => `Den virker én gang, indtil ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Giv den ikke til nogen, heller ikke til ${appName}. Hvis du ikke har bedt om den, er en anden logget ind på din konto: Åbn dine kontoindstillinger, og afslut de andre sessioner.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Adgangskoden til din konto hos ${appName} er ændret`,
        heading: 'Din adgangskode er ændret',
        happened: ({ appName, at }) =>
          `Adgangskoden til din konto hos ${appName} er ændret (${at}). Alle andre enheder er logget ud.`,
      },
      password_reset: {
        subject: ({ appName }) => `Der er valgt en ny adgangskode til din konto hos ${appName}`,
        heading: 'Der er valgt en ny adgangskode',
        happened: ({ appName, at }) =>
          `Der er valgt en ny adgangskode til din konto hos ${appName} med et link fra en mail (${at}). Alle enheder er logget ud.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `For mange forkerte forsøg på at komme ind på din konto hos ${appName}`,
        heading: 'For mange forkerte forsøg',
        happened: ({ appName, at }) =>
          `Der har været for mange forkerte forsøg i træk på at komme ind på din konto hos ${appName} (${at}). Flere forsøg bliver afvist. Browsere, hvor du har logget ind før, virker stadig; alle andre steder skal du først vælge en ny adgangskode via mail.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) => `Totrinsbekræftelse er slået til for din konto hos ${appName}`,
        heading: 'Totrinsbekræftelse er slået til',
        happened: ({ appName, at }) =>
          `Totrinsbekræftelse er slået til for din konto hos ${appName} (${at}). Fra nu af kræver det også en kode fra godkendelsesappen at logge ind.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) => `Totrinsbekræftelse er slået fra for din konto hos ${appName}`,
        heading: 'Totrinsbekræftelse er slået fra',
        happened: ({ appName, at }) =>
          `Totrinsbekræftelse er slået fra for din konto hos ${appName} (${at}). Fra nu af er adgangskoden nok til at logge ind.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) =>
          `Der er oprettet nye gendannelseskoder til din konto hos ${appName}`,
        heading: 'Der er oprettet nye gendannelseskoder',
        happened: ({ appName, at }) =>
          `Der er oprettet nye gendannelseskoder til din konto hos ${appName} (${at}). De gamle virker ikke længere.`,
      },
      recovery_code_used: {
        subject: ({ appName }) =>
          `En gendannelseskode til din konto hos ${appName} er blevet brugt`,
        heading: 'En gendannelseskode er blevet brugt',
        happened: ({ appName, at }) =>
          `En gendannelseskode til din konto hos ${appName} er blevet brugt (${at}). Den virker ikke igen.`,
      },
      passkey_added: {
        subject: ({ appName }) => `En adgangsnøgle er føjet til din konto hos ${appName}`,
        heading: 'En adgangsnøgle er tilføjet',
        happened: ({ appName, at }) =>
          `En adgangsnøgle er føjet til din konto hos ${appName} (${at}). Den, der har den, kan identificere sig som dig.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `En adgangsnøgle er fjernet fra din konto hos ${appName}`,
        heading: 'En adgangsnøgle er fjernet',
        happened: ({ appName, at }) =>
          `En adgangsnøgle er fjernet fra din konto hos ${appName} (${at}). Den virker ikke der længere.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Nyt login på din konto hos ${appName}`,
        heading: 'Nyt login',
        happened: ({ appName, at }) =>
          `Nogen er logget ind på din konto hos ${appName} med en browser, som vi ikke kendte (${at}).`,
      },
    },
    ifNotYou:
      'Sig til med det samme, hvis det ikke var dig. Så bliver din konto logget ud overalt, og det, der venter på en bekræftelse, bliver stoppet.',
    thenPassword: 'Du får også et link til at vælge en ny adgangskode.',
    button: 'Det var ikke mig',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Din konto hos ${appName} er slettet`,
      heading: 'Din konto er slettet',
      happened: ({ appName, at }) =>
        `Din konto hos ${appName} er slettet (${at}) sammen med din profil, dit billede og alle dine logins. Den kan ikke gendannes.`,
      lastMail: 'Dette er den sidste mail om det.',
      ifNotYou: ({ appName }) => `Kontakt ${appName}, hvis det ikke var dig.`,
    },
  },
};
