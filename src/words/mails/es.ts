import type { MailWords } from './mail-words.ts';

/** The mails in Spanish. */
export const esMails: MailWords = {
  language: 'es',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Hola, ${name}:`,
    greetingWithoutName: 'Hola:',
    linkInstead: 'Si el botón no funciona, copia este enlace en tu navegador:',
    linkUntil: ({ expiresAt }) => `El enlace funciona una sola vez, hasta el ${expiresAt}.`,
    ifYou: 'Si has sido tú, no tienes que hacer nada.',
    footer: ({ appName }) => `Correo automático enviado por ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `Desde dónde: ${where}.`,
    unknown: 'No se sabe desde dónde.',
    device: ({ browser, system }) => `${browser} en ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Confirma tu nueva dirección de correo electrónico para ${appName}`,
      heading: 'Confirma tu nueva dirección de correo electrónico',
      happened: ({ appName, oldEmail }) =>
        `Has pedido cambiar la dirección de correo electrónico de tu cuenta de ${appName} de ${oldEmail} a esta. Nada cambia hasta que lo confirmes.`,
      button: 'Confirmar esta dirección',
      ifNotYou: 'Si no lo has pedido, puedes ignorar este correo. Sin el enlace, no pasa nada.',
    },
    requested: {
      subject: ({ appName }) =>
        `Alguien ha pedido cambiar la dirección de correo electrónico de tu cuenta de ${appName}`,
      heading: 'Se ha pedido un cambio de tu dirección de correo electrónico',
      happened: ({ appName, newEmail, at }) =>
        `Alguien que ha iniciado sesión en tu cuenta de ${appName} ha pedido cambiar la dirección de correo electrónico de la cuenta a ${newEmail} (${at}). Nada cambia hasta que se confirme la nueva dirección.`,
      ifNotYou:
        'Si no has sido tú, detén el cambio. Además, se cerrará la sesión de tu cuenta en todas partes.',
      button: 'No he sido yo',
    },
    taken: {
      subject: ({ appName }) =>
        `Alguien ha introducido tu dirección de correo electrónico en ${appName}`,
      heading: 'Alguien ha introducido tu dirección de correo electrónico',
      happened: ({ appName, at }) =>
        `Alguien ha intentado usar esta dirección de correo electrónico para otra cuenta de ${appName} (${at}). Ya pertenece a una cuenta, así que no es posible.`,
      nothingToDo: 'No ha cambiado nada y no tienes que hacer nada.',
    },
    changed: {
      subject: ({ appName }) =>
        `Se ha cambiado la dirección de correo electrónico de tu cuenta de ${appName}`,
      heading: 'Se ha cambiado tu dirección de correo electrónico',
      happened: ({ appName, newEmail, at }) =>
        `La dirección de correo electrónico de tu cuenta de ${appName} se ha cambiado a ${newEmail} (${at}). A partir de ahora, los correos sobre tu cuenta llegarán allí.`,
      ifNotYou:
        'Si no has sido tú, recupera esta dirección. Además, se cerrará la sesión de tu cuenta en todas partes.',
      button: 'Recuperar esta dirección',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Confirma tu dirección de correo electrónico para ${appName}`,
      heading: 'Confirma tu dirección de correo electrónico',
      happened: ({ appName }) =>
        `Una cuenta de ${appName} usa esta dirección. Confirma que la dirección es tuya.`,
      button: 'Confirmar esta dirección',
      ifNotYou: 'Si no has creado esa cuenta, no confirmes nada: sin el enlace, no pasa nada.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Elige una contraseña nueva para ${appName}`,
      heading: 'Elige una contraseña nueva',
      happened: ({ appName, at }) =>
        `Se ha pedido un enlace para elegir una contraseña nueva para tu cuenta de ${appName} (${at}). Aquí lo tienes.`,
      button: 'Elegir una contraseña nueva',
      ifNotYou:
        'Si no lo has pedido, puedes ignorar este correo. Tu contraseña sigue siendo la misma.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Tu código para ${appName}`,
      heading: 'Tu código',
      happened: ({ appName }) =>
        `Introduce este código en la página de ${appName} donde lo has pedido:`,
      until: ({ expiresAt }) => `Funciona una sola vez, hasta el ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `No se lo des a nadie, ni siquiera a ${appName}. Si no lo has pedido, alguien ha iniciado sesión en tu cuenta: abre la configuración de tu cuenta y cierra las demás sesiones.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `Se ha cambiado la contraseña de tu cuenta de ${appName}`,
        heading: 'Se ha cambiado tu contraseña',
        happened: ({ appName, at }) =>
          `Se ha cambiado la contraseña de tu cuenta de ${appName} (${at}). Se ha cerrado sesión en todos los demás dispositivos.`,
      },
      password_reset: {
        subject: ({ appName }) => `Se ha elegido una contraseña nueva para tu cuenta de ${appName}`,
        heading: 'Se ha elegido una contraseña nueva',
        happened: ({ appName, at }) =>
          `Se ha elegido una contraseña nueva para tu cuenta de ${appName} con el enlace de un correo (${at}). Se ha cerrado sesión en todos los dispositivos.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `Demasiados intentos fallidos de entrar en tu cuenta de ${appName}`,
        heading: 'Demasiados intentos fallidos',
        happened: ({ appName, at }) =>
          `Ha habido demasiados intentos fallidos seguidos de entrar en tu cuenta de ${appName} (${at}). No se aceptan más. Los navegadores con los que ya habías iniciado sesión siguen funcionando; en cualquier otro, elige antes una contraseña nueva por correo.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `Se ha activado la verificación en dos pasos en tu cuenta de ${appName}`,
        heading: 'Se ha activado la verificación en dos pasos',
        happened: ({ appName, at }) =>
          `Se ha activado la verificación en dos pasos en tu cuenta de ${appName} (${at}). A partir de ahora, al iniciar sesión se pide también un código de la aplicación de autenticación.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `Se ha desactivado la verificación en dos pasos en tu cuenta de ${appName}`,
        heading: 'Se ha desactivado la verificación en dos pasos',
        happened: ({ appName, at }) =>
          `Se ha desactivado la verificación en dos pasos en tu cuenta de ${appName} (${at}). A partir de ahora, basta con la contraseña para iniciar sesión.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) =>
          `Se han creado códigos de recuperación nuevos para tu cuenta de ${appName}`,
        heading: 'Se han creado códigos de recuperación nuevos',
        happened: ({ appName, at }) =>
          `Se han creado códigos de recuperación nuevos para tu cuenta de ${appName} (${at}). Los anteriores ya no funcionan.`,
      },
      recovery_code_used: {
        subject: ({ appName }) =>
          `Se ha usado un código de recuperación de tu cuenta de ${appName}`,
        heading: 'Se ha usado un código de recuperación',
        happened: ({ appName, at }) =>
          `Se ha usado un código de recuperación de tu cuenta de ${appName} (${at}). No volverá a funcionar.`,
      },
      passkey_added: {
        subject: ({ appName }) => `Se ha añadido una llave de acceso a tu cuenta de ${appName}`,
        heading: 'Se ha añadido una llave de acceso',
        happened: ({ appName, at }) =>
          `Se ha añadido una llave de acceso a tu cuenta de ${appName} (${at}). Quien la tenga puede identificarse en tu lugar.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `Se ha quitado una llave de acceso de tu cuenta de ${appName}`,
        heading: 'Se ha quitado una llave de acceso',
        happened: ({ appName, at }) =>
          `Se ha quitado una llave de acceso de tu cuenta de ${appName} (${at}). Ya no funciona allí.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Nuevo inicio de sesión en tu cuenta de ${appName}`,
        heading: 'Nuevo inicio de sesión',
        happened: ({ appName, at }) =>
          `Alguien ha iniciado sesión en tu cuenta de ${appName} con un navegador que no conocíamos (${at}).`,
      },
    },
    ifNotYou:
      'Si no has sido tú, avísanos ahora mismo. Se cerrará la sesión de tu cuenta en todas partes y se detendrá lo que esté pendiente de confirmación.',
    thenPassword: 'También recibirás un enlace para elegir una contraseña nueva.',
    button: 'No he sido yo',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Se ha eliminado tu cuenta de ${appName}`,
      heading: 'Se ha eliminado tu cuenta',
      happened: ({ appName, at }) =>
        `Se ha eliminado tu cuenta de ${appName} (${at}), con tu perfil, tu foto y todas tus sesiones. No se puede recuperar.`,
      lastMail: 'Este es el último correo al respecto.',
      ifNotYou: ({ appName }) => `Si no has sido tú, ponte en contacto con ${appName}.`,
    },
  },
};
