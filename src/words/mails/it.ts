import type { MailWords } from './mail-words.ts';

/** The mails in Italian. */
export const itMails: MailWords = {
  language: 'it',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Ciao ${name},`,
    greetingWithoutName: 'Ciao,',
    linkInstead: 'Se il pulsante non funziona, copia questo link nel browser:',
    linkUntil: ({ expiresAt }) => `Il link funziona una sola volta. Scadenza: ${expiresAt}.`,
    ifYou: 'Se eri tu, non devi fare nulla.',
    footer: ({ appName }) => `Email inviata automaticamente da ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Da dove: ${where}.`,
    unknown: 'Non si sa da dove.',
    device: ({ browser, system }) => `${browser} su ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Conferma il tuo nuovo indirizzo email per ${appName}`,
      heading: 'Conferma il tuo nuovo indirizzo email',
      happened: ({ appName, oldEmail }) =>
        `hai chiesto di cambiare l’indirizzo email del tuo account ${appName} da ${oldEmail} a questo. Non cambia nulla finché non lo confermi.`,
      button: 'Conferma questo indirizzo',
      ifNotYou:
        'Se non l’hai chiesto tu, puoi ignorare questa email. Senza il link non succede nulla.',
    },
    requested: {
      subject: ({ appName }) =>
        `Qualcuno ha chiesto di cambiare l’indirizzo email del tuo account ${appName}`,
      heading: 'È stato chiesto di cambiare il tuo indirizzo email',
      happened: ({ appName, newEmail, at }) =>
        `qualcuno che ha effettuato l’accesso al tuo account ${appName} ha chiesto di cambiarne l’indirizzo email in ${newEmail} (${at}). Non cambia nulla finché il nuovo indirizzo non viene confermato.`,
      ifNotYou:
        'Se non eri tu, blocca la modifica. Il tuo account verrà anche disconnesso ovunque.',
      button: 'Non ero io',
    },
    taken: {
      subject: ({ appName }) => `Qualcuno ha inserito il tuo indirizzo email su ${appName}`,
      heading: 'Qualcuno ha inserito il tuo indirizzo email',
      happened: ({ appName, at }) =>
        `qualcuno ha provato a usare questo indirizzo email per un altro account ${appName} (${at}). Appartiene già a un account, quindi non è possibile.`,
      nothingToDo: 'Non è cambiato nulla e non devi fare nulla.',
    },
    changed: {
      subject: ({ appName }) => `L’indirizzo email del tuo account ${appName} è stato cambiato`,
      heading: 'Il tuo indirizzo email è stato cambiato',
      happened: ({ appName, newEmail, at }) =>
        `l’indirizzo email del tuo account ${appName} è stato cambiato in ${newEmail} (${at}). D’ora in poi le email sul tuo account arriveranno lì.`,
      ifNotYou:
        'Se non eri tu, ripristina questo indirizzo. Il tuo account verrà anche disconnesso ovunque.',
      button: 'Ripristina questo indirizzo',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Conferma il tuo indirizzo email per ${appName}`,
      heading: 'Conferma il tuo indirizzo email',
      happened: ({ appName }) =>
        `un account ${appName} usa questo indirizzo. Conferma che l’indirizzo è tuo.`,
      button: 'Conferma questo indirizzo',
      ifNotYou:
        'Se non hai creato tu questo account, non confermare nulla: senza il link non succede nulla.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Scegli una nuova password per ${appName}`,
      heading: 'Scegli una nuova password',
      happened: ({ appName, at }) =>
        `è stato chiesto un link per scegliere una nuova password per il tuo account ${appName} (${at}). Eccolo.`,
      button: 'Scegli una nuova password',
      ifNotYou:
        'Se non l’hai chiesto tu, puoi ignorare questa email. La tua password resta quella di prima.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Il tuo codice per ${appName}`,
      heading: 'Il tuo codice',
      happened: ({ appName }) =>
        `inserisci questo codice nella pagina di ${appName} in cui l’hai chiesto:`,
      until: ({ expiresAt }) => `Funziona una sola volta. Scadenza: ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Non darlo a nessuno, nemmeno a ${appName}. Se non l’hai chiesto tu, qualcuno ha effettuato l’accesso al tuo account: apri le impostazioni dell’account e disconnetti le altre sessioni.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `La password del tuo account ${appName} è stata cambiata`,
        heading: 'La tua password è stata cambiata',
        happened: ({ appName, at }) =>
          `la password del tuo account ${appName} è stata cambiata (${at}). Tutti gli altri dispositivi sono stati disconnessi.`,
      },
      password_reset: {
        subject: ({ appName }) => `È stata scelta una nuova password per il tuo account ${appName}`,
        heading: 'È stata scelta una nuova password',
        happened: ({ appName, at }) =>
          `è stata scelta una nuova password per il tuo account ${appName} con il link di un’email (${at}). Tutti i dispositivi sono stati disconnessi.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `Troppi tentativi non riusciti di entrare nel tuo account ${appName}`,
        heading: 'Troppi tentativi non riusciti',
        happened: ({ appName, at }) =>
          `ci sono stati troppi tentativi non riusciti di seguito di entrare nel tuo account ${appName} (${at}). Non ne vengono accettati altri. I browser con cui hai già effettuato l’accesso funzionano ancora; altrove, scegli prima una nuova password tramite email.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `La verifica in due passaggi è stata attivata per il tuo account ${appName}`,
        heading: 'La verifica in due passaggi è stata attivata',
        happened: ({ appName, at }) =>
          `la verifica in due passaggi è stata attivata per il tuo account ${appName} (${at}). D’ora in poi per accedere serve anche un codice dell’app di autenticazione.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `La verifica in due passaggi è stata disattivata per il tuo account ${appName}`,
        heading: 'La verifica in due passaggi è stata disattivata',
        happened: ({ appName, at }) =>
          `la verifica in due passaggi è stata disattivata per il tuo account ${appName} (${at}). D’ora in poi per accedere basta la password.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) =>
          `Sono stati creati nuovi codici di recupero per il tuo account ${appName}`,
        heading: 'Sono stati creati nuovi codici di recupero',
        happened: ({ appName, at }) =>
          `sono stati creati nuovi codici di recupero per il tuo account ${appName} (${at}). Quelli vecchi non funzionano più.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `È stato usato un codice di recupero del tuo account ${appName}`,
        heading: 'È stato usato un codice di recupero',
        happened: ({ appName, at }) =>
          `è stato usato un codice di recupero del tuo account ${appName} (${at}). Non funzionerà una seconda volta.`,
      },
      passkey_added: {
        subject: ({ appName }) => `È stata aggiunta una passkey al tuo account ${appName}`,
        heading: 'È stata aggiunta una passkey',
        happened: ({ appName, at }) =>
          `è stata aggiunta una passkey al tuo account ${appName} (${at}). Chi la possiede può identificarsi al tuo posto.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `È stata rimossa una passkey dal tuo account ${appName}`,
        heading: 'È stata rimossa una passkey',
        happened: ({ appName, at }) =>
          `è stata rimossa una passkey dal tuo account ${appName} (${at}). Lì non funziona più.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Nuovo accesso al tuo account ${appName}`,
        heading: 'Nuovo accesso',
        happened: ({ appName, at }) =>
          `qualcuno ha effettuato l’accesso al tuo account ${appName} con un browser che non conoscevamo (${at}).`,
      },
    },
    ifNotYou:
      'Se non eri tu, avvisaci subito. Il tuo account verrà disconnesso ovunque e ciò che è in attesa di conferma verrà bloccato.',
    thenPassword: 'Riceverai anche un link per scegliere una nuova password.',
    button: 'Non ero io',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Il tuo account ${appName} è stato eliminato`,
      heading: 'Il tuo account è stato eliminato',
      happened: ({ appName, at }) =>
        `il tuo account ${appName} è stato eliminato (${at}), con il tuo profilo, la tua foto e tutti i tuoi accessi. Non si può ripristinare.`,
      lastMail: 'Questa è l’ultima email al riguardo.',
      ifNotYou: ({ appName }) => `Se non eri tu, contatta ${appName}.`,
    },
  },
};
