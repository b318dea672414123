import type { MailWords } from './mail-words.ts';

/** The mails in Brazilian Portuguese. */
export const ptBRMails: MailWords = {
  language: 'pt-BR',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `Olá, ${name},`,
    greetingWithoutName: 'Olá,',
    linkInstead: 'Se o botão não funcionar, copie este link no seu navegador:',
    linkUntil: ({ expiresAt }) => `O link funciona uma única vez, até ${expiresAt}.`,
    ifYou: 'Se foi você, não precisa fazer nada.',
    footer: ({ appName }) => `E-mail automático enviado por ${appName}.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `De onde: ${where}.`,
    unknown: 'Não se sabe de onde.',
    device: ({ browser, system }) => `${browser} no ${system}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `Confirme seu novo endereço de e-mail para ${appName}`,
      heading: 'Confirme seu novo endereço de e-mail',
      happened: ({ appName, oldEmail }) =>
        `Você pediu para alterar o endereço de e-mail da sua conta em ${appName} de ${oldEmail} para este. Nada muda até você confirmar.`,
      button: 'Confirmar este endereço',
      ifNotYou: 'Se você não pediu isso, pode ignorar este e-mail. Sem o link, nada acontece.',
    },
    requested: {
      subject: ({ appName }) =>
        `Alguém pediu para alterar o endereço de e-mail da sua conta em ${appName}`,
      heading: 'Foi pedida uma alteração do seu endereço de e-mail',
      happened: ({ appName, newEmail, at }) =>
        `Alguém que fez login na sua conta em ${appName} pediu para alterar o endereço de e-mail dela para ${newEmail} (${at}). Nada muda até o novo endereço ser confirmado.`,
      ifNotYou:
        'Se não foi você, bloqueie a alteração. Isso também encerra todas as sessões da sua conta.',
      button: 'Não fui eu',
    },
    taken: {
      subject: ({ appName }) => `Alguém digitou seu endereço de e-mail em ${appName}`,
      heading: 'Alguém digitou seu endereço de e-mail',
      happened: ({ appName, at }) =>
        `Alguém tentou usar este endereço de e-mail para outra conta em ${appName} (${at}). Ele já pertence a uma conta, então isso não é possível.`,
      nothingToDo: 'Nada mudou, e você não precisa fazer nada.',
    },
    changed: {
      subject: ({ appName }) => `O endereço de e-mail da sua conta em ${appName} foi alterado`,
      heading: 'Seu endereço de e-mail foi alterado',
      happened: ({ appName, newEmail, at }) =>
        `O endereço de e-mail da sua conta em ${appName} foi alterado para ${newEmail} (${at}). A partir de agora, os e-mails sobre a sua conta vão para lá.`,
      ifNotYou:
        'Se não foi você, restaure este endereço. Isso também encerra todas as sessões da sua conta.',
      button: 'Restaurar este endereço',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `Confirme seu endereço de e-mail para ${appName}`,
      heading: 'Confirme seu endereço de e-mail',
      happened: ({ appName }) =>
        `Uma conta em ${appName} usa este endereço. Confirme que o endereço é seu.`,
      button: 'Confirmar este endereço',
      ifNotYou: 'Se você não criou essa conta, não confirme nada: sem o link, nada acontece.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `Escolha uma nova senha para ${appName}`,
      heading: 'Escolha uma nova senha',
      happened: ({ appName, at }) =>
        `Foi pedido um link para escolher uma nova senha para a sua conta em ${appName} (${at}). Aqui está.`,
      button: 'Escolher uma nova senha',
      ifNotYou: 'Se você não pediu isso, pode ignorar este e-mail. Sua senha continua a mesma.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `Seu código para ${appName}`,
      heading: 'Seu código',
      happened: ({ appName }) => `Digite este código na página de ${appName} em que você o pediu:`,
      until: ({ expiresAt }) => `Ele funciona uma única vez, até ${expiresAt}.`,
      ifNotYou: ({ appName }) =>
        `Não passe o código a ninguém, nem mesmo a ${appName}. Se você não o pediu, alguém fez login na sua conta: abra as configurações da conta e encerre as outras sessões.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `A senha da sua conta em ${appName} foi alterada`,
        heading: 'Sua senha foi alterada',
        happened: ({ appName, at }) =>
          `A senha da sua conta em ${appName} foi alterada (${at}). As sessões em todos os outros dispositivos foram encerradas.`,
      },
      password_reset: {
        subject: ({ appName }) => `Uma nova senha foi escolhida para a sua conta em ${appName}`,
        heading: 'Uma nova senha foi escolhida',
        happened: ({ appName, at }) =>
          `Uma nova senha foi escolhida para a sua conta em ${appName}, com o link de um e-mail (${at}). As sessões em todos os dispositivos foram encerradas.`,
      },
      password_locked: {
        subject: ({ appName }) =>
          `Muitas tentativas incorretas de entrar na sua conta em ${appName}`,
        heading: 'Muitas tentativas incorretas',
        happened: ({ appName, at }) =>
          `Houve muitas tentativas incorretas seguidas de entrar na sua conta em ${appName} (${at}). Nenhuma outra será aceita. Os navegadores em que você já fez login continuam funcionando; em qualquer outro, escolha antes uma nova senha por e-mail.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) =>
          `A verificação em duas etapas foi ativada na sua conta em ${appName}`,
        heading: 'A verificação em duas etapas foi ativada',
        happened: ({ appName, at }) =>
          `A verificação em duas etapas foi ativada na sua conta em ${appName} (${at}). A partir de agora, o login também pede um código do app autenticador.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) =>
          `A verificação em duas etapas foi desativada na sua conta em ${appName}`,
        heading: 'A verificação em duas etapas foi desativada',
        happened: ({ appName, at }) =>
          `A verificação em duas etapas foi desativada na sua conta em ${appName} (${at}). A partir de agora, basta a senha para fazer login.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) =>
          `Novos códigos de recuperação foram criados para a sua conta em ${appName}`,
        heading: 'Novos códigos de recuperação foram criados',
        happened: ({ appName, at }) =>
          `Novos códigos de recuperação foram criados para a sua conta em ${appName} (${at}). Os antigos não funcionam mais.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `Um código de recuperação da sua conta em ${appName} foi usado`,
        heading: 'Um código de recuperação foi usado',
        happened: ({ appName, at }) =>
          `Um código de recuperação da sua conta em ${appName} foi usado (${at}). Ele não funcionará de novo.`,
      },
      passkey_added: {
        subject: ({ appName }) => `Uma chave de acesso foi adicionada à sua conta em ${appName}`,
        heading: 'Uma chave de acesso foi adicionada',
        happened: ({ appName, at }) =>
          `Uma chave de acesso foi adicionada à sua conta em ${appName} (${at}). Quem a tiver pode se identificar como você.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `Uma chave de acesso foi removida da sua conta em ${appName}`,
        heading: 'Uma chave de acesso foi removida',
        happened: ({ appName, at }) =>
          `Uma chave de acesso foi removida da sua conta em ${appName} (${at}). Ela não funciona mais lá.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `Novo login na sua conta em ${appName}`,
        heading: 'Novo login',
        happened: ({ appName, at }) =>
          `Alguém fez login na sua conta em ${appName} com um navegador que não conhecíamos (${at}).`,
      },
    },
    ifNotYou:
      'Se não foi você, avise-nos agora. Todas as sessões da sua conta serão encerradas, e o que aguarda confirmação será bloqueado.',
    thenPassword: 'Você também receberá um link para escolher uma nova senha.',
    button: 'Não fui eu',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `Sua conta em ${appName} foi excluída`,
      heading: 'Sua conta foi excluída',
      happened: ({ appName, at }) =>
        `Sua conta em ${appName} foi excluída (${at}), com seu perfil, sua foto e todos os seus logins. Não é possível recuperá-la.`,
      lastMail: 'Este é o último e-mail sobre isso.',
      ifNotYou: ({ appName }) => `Se não foi você, entre em contato com ${appName}.`,
    },
  },
};
