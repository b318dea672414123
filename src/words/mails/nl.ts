import type { MailWords } from './mail-words.ts';

/** The mails in Dutch. */
export const nlMails: MailWords = {
  language: 'nl',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Hallo ${name},`,
    greetingWithoutName: 'Hallo,',
    linkInstead: 'Werkt de knop niet? Kopieer dan deze link naar je browser:',
    linkUntil: ({ expiresAt }) => `De link werkt één keer, tot ${expiresAt}.`,
    ifYou: 'Was jij dit zelf? Dan hoef je niets te doen.',
    footer: ({ appName }) => `Automatisch verzonden door ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Vanaf: ${where}.`,
    unknown: 'Het is niet bekend waarvandaan.',
    device: ({ browser, system }) => `${browser} op ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Bevestig je nieuwe e-mailadres voor ${appName}`,
      heading: 'Bevestig je nieuwe e-mailadres',
      happened: ({ appName, oldEmail }) =>
        `Je wilt het e-mailadres van je account bij ${appName} wijzigen van ${oldEmail} in dit adres. Er verandert niets totdat je dit bevestigt.`,
      button: 'Dit adres bevestigen',
      ifNotYou:
        'Heb je hier niet om gevraagd? Dan kun je deze e-mail negeren. Zonder de link gebeurt er niets.',
    },
    requested: {
      subject: ({ appName }) => `Iemand wil het e-mailadres van je account bij ${appName} wijzigen`,
      heading: 'Er is een wijziging van je e-mailadres aangevraagd',
      happened: ({ appName, newEmail, at }) =>
        `Iemand die is ingelogd op je account bij ${appName} wil het e-mailadres ervan wijzigen in ${newEmail} (${at}). Er verandert niets totdat het nieuwe adres is bevestigd.`,
      ifNotYou:
        'Was jij dit niet? Stop dan de wijziging. Je account wordt daarbij ook overal uitgelogd.',
      button: 'Dit was ik niet',
    },
    taken: {
      subject: ({ appName }) => `Iemand heeft je e-mailadres ingevoerd bij ${appName}`,
      heading: 'Iemand heeft je e-mailadres ingevoerd',
      happened: ({ appName, at }) =>
        `Iemand heeft geprobeerd dit e-mailadres te gebruiken voor een ander account bij ${appName} (${at}). Het hoort al bij een account, dus dat kan niet.`,
      nothingToDo: 'Er is niets veranderd en je hoeft niets te doen.',
    },
    changed: {
      subject: ({ appName }) => `Het e-mailadres van je account bij ${appName} is gewijzigd`,
      heading: 'Je e-mailadres is gewijzigd',
      happened: ({ appName, newEmail, at }) =>
        `Het e-mailadres van je account bij ${appName} is gewijzigd in ${newEmail} (${at}). E-mails over je account gaan vanaf nu daarheen.`,
      ifNotYou:
        'Was jij dit niet? Zet dit adres dan terug. Je account wordt daarbij ook overal uitgelogd.',
      button: 'Dit adres terugzetten',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Bevestig je e-mailadres voor ${appName}`,
      heading: 'Bevestig je e-mailadres',
      happened: ({ appName }) =>
        `Een account bij ${appName} gebruikt dit adres. Bevestig dat het adres van jou is.`,
      button: 'Dit adres bevestigen',
      ifNotYou:
        'Heb je dat account niet aangemaakt? Bevestig dan niets: zonder de link gebeurt er niets.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Kies een nieuw wachtwoord voor ${appName}`,
      heading: 'Kies een nieuw wachtwoord',
      happened: ({ appName, at }) =>
        `Er is een link aangevraagd om een nieuw wachtwoord te kiezen voor je account bij ${appName} (${at}). Hier is hij.`,
      button: 'Nieuw wachtwoord kiezen',
      ifNotYou:
        'Heb je hier niet om gevraagd? Dan kun je deze e-mail negeren. Je wachtwoord blijft zoals het is.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Je code voor ${appName}`,
      heading: 'Je code',
      happened: ({ appName }) =>
        `Voer deze code in op de pagina van ${appName} waar je erom hebt gevraagd:`,
      until: ({ expiresAt }) => `De code werkt één keer, tot ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Geef de code aan niemand, ook niet aan ${appName}. Heb je er niet om gevraagd? Dan is iemand ingelogd op je account: open je accountinstellingen en beëindig de andere sessies.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Het wachtwoord van je account bij ${appName} is gewijzigd`,
        heading: 'Je wachtwoord is gewijzigd',
        happened: ({ appName, at }) =>
          `Het wachtwoord van je account bij ${appName} is gewijzigd (${at}). Alle andere apparaten zijn uitgelogd.`,
      },
      password_reset: {
        subject: ({ appName }) =>
          `Er is een nieuw wachtwoord gekozen voor je account bij ${appName}`,
        heading: 'Er is een nieuw wachtwoord gekozen',
        happened: ({ appName, at }) =>
          `Er is met een link uit een e-mail een nieuw wachtwoord gekozen voor je account bij ${appName} (${at}). Alle apparaten zijn uitgelogd.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `Te veel mislukte pogingen om in je account bij ${appName} te komen`,
        heading: 'Te veel mislukte pogingen',
        happened: ({ appName, at }) =>
          `Er is te vaak achter elkaar zonder succes geprobeerd in je account bij ${appName} te komen (${at}). Verdere pogingen worden niet geaccepteerd. Browsers waarmee je eerder hebt ingelogd, blijven werken; kies op elke andere plek eerst via e-mail een nieuw wachtwoord.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `Tweestapsverificatie is ingeschakeld voor je account bij ${appName}`,
        heading: 'Tweestapsverificatie is ingeschakeld',
        happened: ({ appName, at }) =>
          `Tweestapsverificatie is ingeschakeld voor je account bij ${appName} (${at}). Vanaf nu is bij het inloggen ook een code uit de authenticator-app nodig.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `Tweestapsverificatie is uitgeschakeld voor je account bij ${appName}`,
        heading: 'Tweestapsverificatie is uitgeschakeld',
        happened: ({ appName, at }) =>
          `Tweestapsverificatie is uitgeschakeld voor je account bij ${appName} (${at}). Vanaf nu is het wachtwoord genoeg om in te loggen.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `Nieuwe herstelcodes voor je account bij ${appName}`,
        heading: 'Er zijn nieuwe herstelcodes gemaakt',
        happened: ({ appName, at }) =>
          `Er zijn nieuwe herstelcodes gemaakt voor je account bij ${appName} (${at}). De oude werken niet meer.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `Er is een herstelcode van je account bij ${appName} gebruikt`,
        heading: 'Er is een herstelcode gebruikt',
        happened: ({ appName, at }) =>
          `Er is een herstelcode van je account bij ${appName} gebruikt (${at}). Die code werkt niet nog een keer.`,
      },
      passkey_added: {
        subject: ({ appName }) => `Er is een passkey toegevoegd aan je account bij ${appName}`,
        heading: 'Er is een passkey toegevoegd',
        happened: ({ appName, at }) =>
          `Er is een passkey toegevoegd aan je account bij ${appName} (${at}). Wie deze passkey heeft, kan zich als jou identificeren.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `Er is een passkey verwijderd uit je account bij ${appName}`,
        heading: 'Er is een passkey verwijderd',
        happened: ({ appName, at }) =>
          `Er is een passkey verwijderd uit je account bij ${appName} (${at}). De passkey werkt daar niet meer.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Nieuwe login op je account bij ${appName}`,
        heading: 'Nieuwe login',
        happened: ({ appName, at }) =>
          `Iemand heeft op je account bij ${appName} ingelogd met een browser die we niet kenden (${at}).`,
      },
    },
    ifNotYou:
      'Was jij dit niet? Laat het ons dan meteen weten. Je account wordt dan overal uitgelogd en alles wat op een bevestiging wacht, wordt gestopt.',
    thenPassword: 'Je krijgt ook een link om een nieuw wachtwoord te kiezen.',
    button: 'Dit was ik niet',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Je account bij ${appName} is verwijderd`,
      heading: 'Je account is verwijderd',
      happened: ({ appName, at }) =>
        `Je account bij ${appName} is verwijderd (${at}), samen met je profiel, je foto en al je logins. Het kan niet worden teruggehaald.`,
      lastMail: 'Dit is de laatste e-mail hierover.',
      ifNotYou: ({ appName }) => `Was jij dit niet? Neem dan contact op met ${appName}.`,
    },
  },
};
