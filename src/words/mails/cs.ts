import type { MailWords } from './mail-words.ts';

/** The mails in Czech. */
export const csMails: MailWords = {
  language: 'cs',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Dobrý den, ${name},`,
    greetingWithoutName: 'Dobrý den,',
    linkInstead: 'Pokud tlačítko nefunguje, zkopírujte tento odkaz do prohlížeče:',
    linkUntil: ({ expiresAt }) => `Odkaz funguje jednou, do ${expiresAt}.`,
    ifYou: 'Pokud o tom víte, nemusíte nic dělat.',
    footer: ({ appName }) => `Tento e-mail automaticky odeslala služba ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Odkud: ${where}.`,
    unknown: 'Není známo odkud.',
    device: ({ browser, system }) => `${browser} v systému ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Potvrďte novou e-mailovou adresu ve službě ${appName}`,
      heading: 'Potvrďte novou e-mailovou adresu',
      happened: ({ appName, oldEmail }) =>
        `přišla nám žádost o změnu e-mailové adresy vašeho účtu ve službě ${appName} z adresy ${oldEmail} na tuto. Dokud to nepotvrdíte, nic se nezmění.`,
      button: 'Potvrdit tuto adresu',
      ifNotYou:
        'Pokud o tom nevíte, můžete tento e-mail ignorovat. Bez použití odkazu se nic nestane.',
    },
    requested: {
      subject: ({ appName }) =>
        `Někdo chce změnit e-mailovou adresu vašeho účtu ve službě ${appName}`,
      heading: 'Žádost o změnu vaší e-mailové adresy',
      happened: ({ appName, newEmail, at }) =>
        `někdo, kdo je přihlášen k vašemu účtu ve službě ${appName}, chce změnit jeho e-mailovou adresu na ${newEmail} (${at}). Dokud nová adresa nebude potvrzena, nic se nezmění.`,
      ifNotYou: 'Pokud o tom nevíte, změnu zastavte. Váš účet se tím také všude odhlásí.',
      button: 'To nejsem já',
    },
    taken: {
      subject: ({ appName }) => `Někdo zadal vaši e-mailovou adresu ve službě ${appName}`,
      heading: 'Někdo zadal vaši e-mailovou adresu',
      happened: ({ appName, at }) =>
        `někdo se pokusil použít tuto e-mailovou adresu pro jiný účet ve službě ${appName} (${at}). Adresa už k jednomu účtu patří, takže to nejde.`,
      nothingToDo: 'Nic se nezměnilo a nemusíte nic dělat.',
    },
    changed: {
      subject: ({ appName }) => `E-mailová adresa vašeho účtu ve službě ${appName} byla změněna`,
      heading: 'Vaše e-mailová adresa byla změněna',
      happened: ({ appName, newEmail, at }) =>
        `e-mailová adresa vašeho účtu ve službě ${appName} byla změněna na ${newEmail} (${at}). E-maily k účtu teď budou chodit tam.`,
      ifNotYou: 'Pokud o tom nevíte, tuto adresu obnovte. Váš účet se tím také všude odhlásí.',
      button: 'Obnovit tuto adresu',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Potvrďte svou e-mailovou adresu ve službě ${appName}`,
      heading: 'Potvrďte svou e-mailovou adresu',
      happened: ({ appName }) =>
        `tuto adresu používá účet ve službě ${appName}. Potvrďte, že je adresa vaše.`,
      button: 'Potvrdit tuto adresu',
      ifNotYou: 'Pokud o tomto účtu nevíte, nic nepotvrzujte: bez použití odkazu se nic nestane.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Nastavte si nové heslo ve službě ${appName}`,
      heading: 'Nastavte si nové heslo',
      happened: ({ appName, at }) =>
        `přišla nám žádost o odkaz k nastavení nového hesla k vašemu účtu ve službě ${appName} (${at}). Tady je.`,
      button: 'Nastavit nové heslo',
      ifNotYou: 'Pokud o tom nevíte, můžete tento e-mail ignorovat. Vaše heslo zůstane beze změny.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Váš kód pro službu ${appName}`,
      heading: 'Váš kód',
      happened: ({ appName }) => `zadejte tento kód na stránce služby ${appName}, kde byl vyžádán:`,
      until: ({ expiresAt }) => `Funguje jednou, do ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Nikomu ho nesdělujte, ani službě ${appName}. Pokud o kódu nevíte, je k vašemu účtu přihlášený někdo jiný: otevřete nastavení účtu a ukončete ostatní relace.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Heslo k vašemu účtu ve službě ${appName} bylo změněno`,
        heading: 'Vaše heslo bylo změněno',
        happened: ({ appName, at }) =>
          `heslo k vašemu účtu ve službě ${appName} bylo změněno (${at}). Všechna ostatní zařízení byla odhlášena.`,
      },
      password_reset: {
        subject: ({ appName }) => `K vašemu účtu ve službě ${appName} bylo nastaveno nové heslo`,
        heading: 'Bylo nastaveno nové heslo',
        happened: ({ appName, at }) =>
          `k vašemu účtu ve službě ${appName} bylo pomocí odkazu z e-mailu nastaveno nové heslo (${at}). Všechna zařízení byla odhlášena.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `Příliš mnoho neúspěšných pokusů o přístup k vašemu účtu ve službě ${appName}`,
        heading: 'Příliš mnoho neúspěšných pokusů',
        happened: ({ appName, at }) =>
          `zaznamenali jsme příliš mnoho neúspěšných pokusů za sebou o přístup k vašemu účtu ve službě ${appName} (${at}). Další pokusy nepřijímáme. Prohlížeče, ve kterých už přihlášení proběhlo, fungují dál; jinde si nejdřív e-mailem nastavte nové heslo.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `U vašeho účtu ve službě ${appName} bylo zapnuto dvoufázové ověření`,
        heading: 'Dvoufázové ověření bylo zapnuto',
        happened: ({ appName, at }) =>
          `u vašeho účtu ve službě ${appName} bylo zapnuto dvoufázové ověření (${at}). K přihlášení teď bude potřeba i kód z ověřovací aplikace.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `U vašeho účtu ve službě ${appName} bylo vypnuto dvoufázové ověření`,
        heading: 'Dvoufázové ověření bylo vypnuto',
        happened: ({ appName, at }) =>
          `u vašeho účtu ve službě ${appName} bylo vypnuto dvoufázové ověření (${at}). K přihlášení teď stačí heslo.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `Nové kódy pro obnovení k vašemu účtu ve službě ${appName}`,
        heading: 'Byly vytvořeny nové kódy pro obnovení',
        happened: ({ appName, at }) =>
          `k vašemu účtu ve službě ${appName} byly vytvořeny nové kódy pro obnovení (${at}). Ty staré už nefungují.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `U vašeho účtu ve službě ${appName} byl použit kód pro obnovení`,
        heading: 'Byl použit kód pro obnovení',
        happened: ({ appName, at }) =>
          `u vašeho účtu ve službě ${appName} byl použit kód pro obnovení (${at}). Znovu už fungovat nebude.`,
      },
      passkey_added: {
        subject: ({ appName }) => `K vašemu účtu ve službě ${appName} byl přidán přístupový klíč`,
        heading: 'Byl přidán přístupový klíč',
        happened: ({ appName, at }) =>
          `k vašemu účtu ve službě ${appName} byl přidán přístupový klíč (${at}). Kdo ho má, může se prokázat jako vy.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `Z vašeho účtu ve službě ${appName} byl odebrán přístupový klíč`,
        heading: 'Byl odebrán přístupový klíč',
        happened: ({ appName, at }) =>
          `z vašeho účtu ve službě ${appName} byl odebrán přístupový klíč (${at}). Už tam nefunguje.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Nové přihlášení k vašemu účtu ve službě ${appName}`,
        heading: 'Nové přihlášení',
        happened: ({ appName, at }) =>
          `někdo se přihlásil k vašemu účtu ve službě ${appName} v prohlížeči, který jsme neznali (${at}).`,
      },
    },
    ifNotYou:
      'Pokud o tom nevíte, dejte nám hned vědět. Váš účet pak všude odhlásíme a zastavíme, co čeká na potvrzení.',
    thenPassword: 'Pošleme vám také odkaz k nastavení nového hesla.',
    button: 'To nejsem já',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Váš účet ve službě ${appName} byl smazán`,
      heading: 'Váš účet byl smazán',
      happened: ({ appName, at }) =>
        `váš účet ve službě ${appName} byl smazán (${at}), i s vaším profilem, obrázkem a všemi přihlášeními. Nejde obnovit.`,
      lastMail: 'Toto je poslední e-mail k této věci.',
      ifNotYou: ({ appName }) => `Pokud o tom nevíte, obraťte se na službu ${appName}.`,
    },
  },
};
