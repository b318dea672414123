import type { MailWords } from './mail-words.ts';

/** The mails in French. */
export const frMails: MailWords = {
  language: 'fr',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Bonjour ${name},`,
    greetingWithoutName: 'Bonjour,',
    linkInstead: 'Si le bouton ne fonctionne pas, copiez ce lien dans votre navigateur :',
    linkUntil: ({ expiresAt }) => `Le lien fonctionne une seule fois, jusqu’au ${expiresAt}.`,
    ifYou: 'Si c’était vous, vous n’avez rien à faire.',
    footer: ({ appName }) => `E-mail automatique envoyé par ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Provenance : ${where}.`,
    unknown: 'La provenance n’est pas connue.',
    device: ({ browser, system }) => `${browser} sur ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Confirmez votre nouvelle adresse e-mail pour ${appName}`,
      heading: 'Confirmez votre nouvelle adresse e-mail',
      happened: ({ appName, oldEmail }) =>
        `Vous avez demandé à remplacer l’adresse e-mail ${oldEmail} de votre compte ${appName} par celle-ci. Rien ne change tant que vous ne l’avez pas confirmé.`,
      button: 'Confirmer cette adresse',
      ifNotYou:
        'Si vous n’avez rien demandé, vous pouvez ignorer cet e-mail. Sans le lien, il ne se passe rien.',
    },
    requested: {
      subject: ({ appName }) =>
        `Quelqu’un a demandé à modifier l’adresse e-mail de votre compte ${appName}`,
      heading: 'Une modification de votre adresse e-mail a été demandée',
      happened: ({ appName, newEmail, at }) =>
        `Une personne connectée à votre compte ${appName} a demandé à en remplacer l’adresse e-mail par ${newEmail} (${at}). Rien ne change tant que la nouvelle adresse n’est pas confirmée.`,
      ifNotYou:
        'Si ce n’était pas vous, bloquez la modification. Votre compte sera aussi déconnecté partout.',
      button: 'Ce n’était pas moi',
    },
    taken: {
      subject: ({ appName }) => `Quelqu’un a saisi votre adresse e-mail sur ${appName}`,
      heading: 'Quelqu’un a saisi votre adresse e-mail',
      happened: ({ appName, at }) =>
        `Quelqu’un a essayé d’utiliser cette adresse e-mail pour un autre compte ${appName} (${at}). Elle appartient déjà à un compte, ce n’est donc pas possible.`,
      nothingToDo: 'Rien n’a changé et vous n’avez rien à faire.',
    },
    changed: {
      subject: ({ appName }) => `L’adresse e-mail de votre compte ${appName} a été modifiée`,
      heading: 'Votre adresse e-mail a été modifiée',
      happened: ({ appName, newEmail, at }) =>
        `L’adresse e-mail de votre compte ${appName} a été remplacée par ${newEmail} (${at}). Désormais, les e-mails concernant votre compte y sont envoyés.`,
      ifNotYou:
        'Si ce n’était pas vous, rétablissez cette adresse. Votre compte sera aussi déconnecté partout.',
      button: 'Rétablir cette adresse',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Confirmez votre adresse e-mail pour ${appName}`,
      heading: 'Confirmez votre adresse e-mail',
      happened: ({ appName }) =>
        `Un compte ${appName} utilise cette adresse. Confirmez qu’elle est bien la vôtre.`,
      button: 'Confirmer cette adresse',
      ifNotYou:
        'Si vous n’avez pas créé ce compte, ne confirmez rien : sans le lien, il ne se passe rien.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Choisissez un nouveau mot de passe pour ${appName}`,
      heading: 'Choisissez un nouveau mot de passe',
      happened: ({ appName, at }) =>
        `Un lien pour choisir un nouveau mot de passe a été demandé pour votre compte ${appName} (${at}). Le voici.`,
      button: 'Choisir un nouveau mot de passe',
      ifNotYou:
        'Si vous n’avez rien demandé, vous pouvez ignorer cet e-mail. Votre mot de passe reste le même.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Votre code pour ${appName}`,
      heading: 'Votre code',
      happened: ({ appName }) =>
        `Saisissez ce code sur la page ${appName} où vous l’avez demandé :`,
      until: ({ expiresAt }) => `Il fonctionne une seule fois, jusqu’au ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Ne le donnez à personne, pas même à ${appName}. Si vous ne l’avez pas demandé, quelqu’un s’est connecté à votre compte : ouvrez les paramètres de votre compte et déconnectez les autres sessions.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Le mot de passe de votre compte ${appName} a été modifié`,
        heading: 'Votre mot de passe a été modifié',
        happened: ({ appName, at }) =>
          `Le mot de passe de votre compte ${appName} a été modifié (${at}). Tous les autres appareils ont été déconnectés.`,
      },
      password_reset: {
        subject: ({ appName }) =>
          `Un nouveau mot de passe a été choisi pour votre compte ${appName}`,
        heading: 'Un nouveau mot de passe a été choisi',
        happened: ({ appName, at }) =>
          `Un nouveau mot de passe a été choisi pour votre compte ${appName}, à partir d’un lien reçu par e-mail (${at}). Tous les appareils ont été déconnectés.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `Trop de tentatives infructueuses d’accès à votre compte ${appName}`,
        heading: 'Trop de tentatives infructueuses',
        happened: ({ appName, at }) =>
          `Il y a eu trop de tentatives infructueuses d’affilée pour accéder à votre compte ${appName} (${at}). Les suivantes sont refusées. Les navigateurs que vous avez déjà utilisés pour vous connecter fonctionnent toujours ; partout ailleurs, choisissez d’abord un nouveau mot de passe par e-mail.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `La validation en deux étapes a été activée pour votre compte ${appName}`,
        heading: 'La validation en deux étapes a été activée',
        happened: ({ appName, at }) =>
          `La validation en deux étapes a été activée pour votre compte ${appName} (${at}). Désormais, un code de l’application d’authentification est aussi demandé à la connexion.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `La validation en deux étapes a été désactivée pour votre compte ${appName}`,
        heading: 'La validation en deux étapes a été désactivée',
        happened: ({ appName, at }) =>
          `La validation en deux étapes a été désactivée pour votre compte ${appName} (${at}). Désormais, le mot de passe suffit pour se connecter.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) =>
          `De nouveaux codes de secours ont été créés pour votre compte ${appName}`,
        heading: 'De nouveaux codes de secours ont été créés',
        happened: ({ appName, at }) =>
          `De nouveaux codes de secours ont été créés pour votre compte ${appName} (${at}). Les anciens ne fonctionnent plus.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `Un code de secours de votre compte ${appName} a été utilisé`,
        heading: 'Un code de secours a été utilisé',
        happened: ({ appName, at }) =>
          `Un code de secours de votre compte ${appName} a été utilisé (${at}). Il ne fonctionnera plus.`,
      },
      passkey_added: {
        subject: ({ appName }) => `Une clé d’accès a été ajoutée à votre compte ${appName}`,
        heading: 'Une clé d’accès a été ajoutée',
        happened: ({ appName, at }) =>
          `Une clé d’accès a été ajoutée à votre compte ${appName} (${at}). Toute personne qui la détient peut s’identifier à votre place.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `Une clé d’accès a été supprimée de votre compte ${appName}`,
        heading: 'Une clé d’accès a été supprimée',
        happened: ({ appName, at }) =>
          `Une clé d’accès a été supprimée de votre compte ${appName} (${at}). Elle n’y fonctionne plus.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Nouvelle connexion à votre compte ${appName}`,
        heading: 'Nouvelle connexion',
        happened: ({ appName, at }) =>
          `Quelqu’un s’est connecté à votre compte ${appName} avec un navigateur que nous ne connaissions pas (${at}).`,
      },
    },
    ifNotYou:
      'Si ce n’était pas vous, prévenez-nous tout de suite. Votre compte sera alors déconnecté partout, et ce qui attend une confirmation sera bloqué.',
    thenPassword: 'Vous recevrez aussi un lien pour choisir un nouveau mot de passe.',
    button: 'Ce n’était pas moi',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Votre compte ${appName} a été supprimé`,
      heading: 'Votre compte a été supprimé',
      happened: ({ appName, at }) =>
        `Votre compte ${appName} a été supprimé (${at}), avec votre profil, votre photo et toutes vos connexions. Il est impossible de le rétablir.`,
      lastMail: 'C’est le dernier e-mail à ce sujet.',
      ifNotYou: ({ appName }) => `Si ce n’était pas vous, contactez ${appName}.`,
    },
  },
};
