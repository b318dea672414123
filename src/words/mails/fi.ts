import type { MailWords } from './mail-words.ts';

/** The mails in Finnish. */
export const fiMails: MailWords = {
  language: 'fi',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Hei ${name},`,
    greetingWithoutName: 'Hei,',
    linkInstead: 'Jos painike ei toimi, kopioi tämä linkki selaimeesi:',
    linkUntil: ({ expiresAt }) => `Linkki toimii kerran, ${expiresAt} asti.`,
    ifYou: 'Jos se olit sinä, sinun ei tarvitse tehdä mitään.',
    footer: ({ appName }) => `Tämän viestin lähetti automaattisesti ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Mistä: ${where}.`,
    unknown: 'Ei tiedetä, mistä tämä tehtiin.',
    device: ({ browser, system }) => `${browser} (${system})`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Vahvista uusi sähköpostiosoitteesi palvelussa ${appName}`,
      heading: 'Vahvista uusi sähköpostiosoitteesi',
      happened: ({ appName, oldEmail }) =>
        `Pyysit vaihtamaan tilisi sähköpostiosoitteen palvelussa ${appName}. Vanha osoite on ${oldEmail}, ja uusi on tämä. Mikään ei muutu, ennen kuin vahvistat vaihdon.`,
      button: 'Vahvista tämä osoite',
      ifNotYou:
        'Jos et pyytänyt tätä, voit jättää viestin huomiotta. Ilman linkkiä mitään ei tapahdu.',
    },
    requested: {
      subject: ({ appName }) =>
        `Joku pyysi vaihtamaan tilisi sähköpostiosoitteen palvelussa ${appName}`,
      heading: 'Sähköpostiosoitteesi vaihtoa pyydettiin',
      happened: ({ appName, newEmail, at }) =>
        `Joku, joka on kirjautunut tilillesi palvelussa ${appName}, pyysi vaihtamaan tilin sähköpostiosoitteeksi ${newEmail} (${at}). Mikään ei muutu, ennen kuin uusi osoite on vahvistettu.`,
      ifNotYou: 'Jos se et ollut sinä, pysäytä muutos. Samalla tilisi kirjataan ulos kaikkialta.',
      button: 'Se en ollut minä',
    },
    taken: {
      subject: ({ appName }) => `Joku syötti sähköpostiosoitteesi palvelussa ${appName}`,
      heading: 'Joku syötti sähköpostiosoitteesi',
      happened: ({ appName, at }) =>
        `Joku yritti käyttää tätä sähköpostiosoitetta toisella tilillä palvelussa ${appName} (${at}). Osoite kuuluu jo tilille, joten se ei onnistu.`,
      nothingToDo: 'Mikään ei ole muuttunut, eikä sinun tarvitse tehdä mitään.',
    },
    changed: {
      subject: ({ appName }) => `Tilisi sähköpostiosoite palvelussa ${appName} on vaihdettu`,
      heading: 'Sähköpostiosoitteesi on vaihdettu',
      happened: ({ appName, newEmail, at }) =>
        `Tilisi sähköpostiosoitteeksi palvelussa ${appName} on vaihdettu ${newEmail} (${at}). Tiliäsi koskevat viestit lähetetään tästä lähtien sinne.`,
      ifNotYou:
        'Jos se et ollut sinä, palauta tämä osoite. Samalla tilisi kirjataan ulos kaikkialta.',
      button: 'Palauta tämä osoite',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Vahvista sähköpostiosoitteesi palvelussa ${appName}`,
      heading: 'Vahvista sähköpostiosoitteesi',
      happened: ({ appName }) =>
        `Tätä osoitetta käytetään tilillä palvelussa ${appName}. Vahvista, että osoite on sinun.`,
      button: 'Vahvista tämä osoite',
      ifNotYou: 'Jos et luonut tätä tiliä, älä vahvista mitään. Ilman linkkiä mitään ei tapahdu.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Valitse uusi salasana palveluun ${appName}`,
      heading: 'Valitse uusi salasana',
      happened: ({ appName, at }) =>
        `Tilillesi palvelussa ${appName} pyydettiin linkkiä uuden salasanan valitsemiseen (${at}). Tässä se on.`,
      button: 'Valitse uusi salasana',
      ifNotYou: 'Jos et pyytänyt tätä, voit jättää viestin huomiotta. Salasanasi pysyy ennallaan.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Koodisi palveluun ${appName}`,
      heading: 'Koodisi',
      happened: ({ appName }) =>
        `Anna tämä koodi sillä palvelun ${appName} sivulla, jolla pyysit sitä:`,
      until: ({ expiresAt }) => `Se toimii kerran, ${expiresAt} asti.`,
      ifNotYou: ({ appName }) =>
        `Älä anna sitä kenellekään, ei edes palvelulle ${appName}. Jos et pyytänyt koodia, joku on kirjautunut tilillesi: avaa tilisi asetukset ja päätä muut istunnot.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Tilisi salasana palvelussa ${appName} on vaihdettu`,
        heading: 'Salasanasi on vaihdettu',
        happened: ({ appName, at }) =>
          `Tilisi salasana palvelussa ${appName} on vaihdettu (${at}). Kaikki muut laitteet on kirjattu ulos.`,
      },
      password_reset: {
        subject: ({ appName }) => `Tilillesi palvelussa ${appName} on valittu uusi salasana`,
        heading: 'Uusi salasana on valittu',
        happened: ({ appName, at }) =>
          `Tilillesi palvelussa ${appName} on valittu uusi salasana sähköpostissa olleella linkillä (${at}). Kaikki laitteet on kirjattu ulos.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `Liian monta virheellistä yritystä päästä tilillesi palvelussa ${appName}`,
        heading: 'Liian monta virheellistä yritystä',
        happened: ({ appName, at }) =>
          `Tilillesi palvelussa ${appName} yritettiin kirjautua liian monta kertaa peräkkäin väärillä tiedoilla (${at}). Uusia yrityksiä ei enää hyväksytä. Selaimet, joilla olet kirjautunut aiemmin, toimivat edelleen; valitse muualla ensin uusi salasana sähköpostitse.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `Kaksivaiheinen tunnistautuminen on otettu käyttöön tililläsi palvelussa ${appName}`,
        heading: 'Kaksivaiheinen tunnistautuminen on otettu käyttöön',
        happened: ({ appName, at }) =>
          `Kaksivaiheinen tunnistautuminen on otettu käyttöön tililläsi palvelussa ${appName} (${at}). Tästä lähtien kirjautumiseen tarvitaan myös todennussovelluksen koodi.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `Kaksivaiheinen tunnistautuminen on poistettu käytöstä tililläsi palvelussa ${appName}`,
        heading: 'Kaksivaiheinen tunnistautuminen on poistettu käytöstä',
        happened: ({ appName, at }) =>
          `Kaksivaiheinen tunnistautuminen on poistettu käytöstä tililläsi palvelussa ${appName} (${at}). Tästä lähtien pelkkä salasana riittää kirjautumiseen.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `Tilillesi palvelussa ${appName} on luotu uudet palautuskoodit`,
        heading: 'Uudet palautuskoodit on luotu',
        happened: ({ appName, at }) =>
          `Tilillesi palvelussa ${appName} on luotu uudet palautuskoodit (${at}). Vanhat eivät enää toimi.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `Tilisi palautuskoodi on käytetty palvelussa ${appName}`,
        heading: 'Palautuskoodi on käytetty',
        happened: ({ appName, at }) =>
          `Yksi tilisi palautuskoodeista palvelussa ${appName} on käytetty (${at}). Se ei toimi uudelleen.`,
      },
      passkey_added: {
        subject: ({ appName }) => `Tilillesi palvelussa ${appName} on lisätty pääsyavain`,
        heading: 'Pääsyavain on lisätty',
        happened: ({ appName, at }) =>
          `Tilillesi palvelussa ${appName} on lisätty pääsyavain (${at}). Jokainen, jolla on tämä pääsyavain, voi tunnistautua sinuna.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `Tililtäsi palvelussa ${appName} on poistettu pääsyavain`,
        heading: 'Pääsyavain on poistettu',
        happened: ({ appName, at }) =>
          `Tililtäsi palvelussa ${appName} on poistettu pääsyavain (${at}). Se ei enää toimi siellä.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Uusi kirjautuminen tilillesi palvelussa ${appName}`,
        heading: 'Uusi kirjautuminen',
        happened: ({ appName, at }) =>
          `Joku kirjautui tilillesi palvelussa ${appName} selaimella, jota emme tunteneet (${at}).`,
      },
    },
    ifNotYou:
      'Jos se et ollut sinä, kerro meille heti. Silloin tilisi kirjataan ulos kaikkialta, ja vahvistusta odottavat muutokset pysäytetään.',
    thenPassword: 'Saat myös linkin uuden salasanan valitsemiseen.',
    button: 'Se en ollut minä',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Tilisi palvelussa ${appName} on poistettu`,
      heading: 'Tilisi on poistettu',
      happened: ({ appName, at }) =>
        `Tilisi palvelussa ${appName} on poistettu (${at}) samoin kuin profiilisi, kuvasi ja kaikki kirjautumisesi. Tiliä ei voi palauttaa.`,
      lastMail: 'Tämä on viimeinen viesti asiasta.',
      ifNotYou: ({ appName }) => `Jos se et ollut sinä, ota yhteyttä palveluun ${appName}.`,
    },
  },
};
