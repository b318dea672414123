import type { MailWords } from './mail-words.ts';

/** The mails in Korean. */
export const koMails: MailWords = {
  language: 'ko',
  direction: 'ltr',
  frame: {
    greeting: ({ name }) => `${name}님, 안녕하세요.`,
    greetingWithoutName: '안녕하세요.',
    linkInstead: '버튼이 작동하지 않으면 다음 링크를 복사해 브라우저에서 열어 주세요.',
    linkUntil: ({ expiresAt }) => `링크는 ${expiresAt}까지 한 번만 사용할 수 있습니다.`,
    ifYou: '본인이 맞다면 아무것도 하지 않으셔도 됩니다.',
    footer: ({ appName }) => `${appName}에서 자동으로 보낸 이메일입니다.`,
  },
  origin: {
    both: ({ device, place }) => `${device}, ${place}`,
    from: ({ where }) => `접속 정보: ${where}`,
    unknown: '접속 정보를 알 수 없습니다.',
    device: ({ browser, system }) => `${system}의 ${browser}`,
  },
  emailChange: {
    link: {
      subject: ({ appName }) => `${appName} 계정의 새 이메일 주소를 확인해 주세요`,
      heading: '새 이메일 주소를 확인해 주세요',
      happened: ({ appName, oldEmail }) =>
        `${appName} 계정의 이메일 주소를 ${oldEmail}에서 이 주소로 변경하도록 요청하셨습니다. 확인하기 전에는 아무것도 변경되지 않습니다.`,
      button: '이 주소 확인',
      ifNotYou:
        '요청하지 않으셨다면 이 이메일을 무시하셔도 됩니다. 링크를 열지 않으면 아무 일도 일어나지 않습니다.',
    },
    requested: {
      subject: ({ appName }) => `${appName} 계정의 이메일 주소 변경이 요청되었습니다`,
      heading: '이메일 주소 변경이 요청되었습니다',
      happened: ({ appName, newEmail, at }) =>
        `${appName} 계정에 로그인한 누군가가 계정의 이메일 주소를 ${newEmail} 주소로 변경하도록 요청했습니다(${at}). 새 주소를 확인하기 전에는 아무것도 변경되지 않습니다.`,
      ifNotYou: '본인이 아니라면 변경을 중단해 주세요. 이때 모든 기기에서 계정이 로그아웃됩니다.',
      button: '본인이 아닙니다',
    },
    taken: {
      subject: ({ appName }) => `누군가 ${appName}에 회원님의 이메일 주소를 입력했습니다`,
      heading: '누군가 회원님의 이메일 주소를 입력했습니다',
      happened: ({ appName, at }) =>
        `누군가 이 이메일 주소를 다른 ${appName} 계정에 사용하려고 했습니다(${at}). 이미 계정에서 사용 중인 주소이므로 사용할 수 없습니다.`,
      nothingToDo: '변경된 내용이 없으며 아무것도 하지 않으셔도 됩니다.',
    },
    changed: {
      subject: ({ appName }) => `${appName} 계정의 이메일 주소가 변경되었습니다`,
      heading: '이메일 주소가 변경되었습니다',
      happened: ({ appName, newEmail, at }) =>
        `${appName} 계정의 이메일 주소가 ${newEmail} 주소로 변경되었습니다(${at}). 이제부터 계정 관련 이메일은 그 주소로 발송됩니다.`,
      ifNotYou:
        '본인이 아니라면 이 주소로 되돌려 주세요. 이때 모든 기기에서 계정이 로그아웃됩니다.',
      button: '이 주소로 되돌리기',
    },
  },
  emailVerification: {
    link: {
      subject: ({ appName }) => `${appName} 계정의 이메일 주소를 확인해 주세요`,
      heading: '이메일 주소를 확인해 주세요',
      happened: ({ appName }) =>
        `${appName} 계정에서 이 주소를 사용하고 있습니다. 본인의 주소인지 확인해 주세요.`,
      button: '이 주소 확인',
      ifNotYou:
        '계정을 만들지 않으셨다면 확인하지 마세요. 링크를 열지 않으면 아무 일도 일어나지 않습니다.',
    },
  },
  passwordReset: {
    link: {
      subject: ({ appName }) => `${appName} 계정의 새 비밀번호를 설정해 주세요`,
      heading: '새 비밀번호를 설정해 주세요',
      happened: ({ appName, at }) =>
        `${appName} 계정의 새 비밀번호를 설정하는 링크가 요청되었습니다(${at}). 아래 링크를 이용해 주세요.`,
      button: '새 비밀번호 설정',
      ifNotYou: '요청하지 않으셨다면 이 이메일을 무시하셔도 됩니다. 비밀번호는 그대로 유지됩니다.',
    },
  },
  stepUpCode: {
    code: {
      subject: ({ appName }) => `${appName} 코드`,
      heading: '코드 안내',
      happened: ({ appName }) => `코드를 요청한 ${appName} 페이지에 다음 코드를 입력해 주세요.`,
      until: ({ expiresAt }) => `코드는 ${expiresAt}까지 한 번만 사용할 수 있습니다.`,
      ifNotYou: ({ appName }) =>
        `이 코드는 ${appName} 담당자를 포함해 누구에게도 알려 주지 마세요. 코드를 요청하지 않으셨다면 다른 사람이 계정에 로그인해 있는 것입니다. 계정 설정을 열고 다른 세션을 종료해 주세요.`,
    },
  },
  securityNotice: {
    kinds: {
      password_changed: {
        subject: ({ appName }) => `${appName} 계정의 비밀번호가 변경되었습니다`,
        heading: '비밀번호가 변경되었습니다',
        happened: ({ appName, at }) =>
          `${appName} 계정의 비밀번호가 변경되었습니다(${at}). 다른 모든 기기에서 로그아웃되었습니다.`,
      },
      password_reset: {
        subject: ({ appName }) => `${appName} 계정에 새 비밀번호가 설정되었습니다`,
        heading: '새 비밀번호가 설정되었습니다',
        happened: ({ appName, at }) =>
          `이메일의 링크를 통해 ${appName} 계정에 새 비밀번호가 설정되었습니다(${at}). 모든 기기에서 로그아웃되었습니다.`,
      },
      password_locked: {
        subject: ({ appName }) => `${appName} 계정에 잘못된 입력이 너무 많았습니다`,
        heading: '잘못된 입력이 너무 많았습니다',
        happened: ({ appName, at }) =>
          `${appName} 계정에 로그인하려는 잘못된 입력이 연속으로 너무 많았습니다(${at}). 더 이상의 시도는 받지 않습니다. 이전에 로그인한 브라우저에서는 계속 사용할 수 있지만, 다른 곳에서는 먼저 이메일로 새 비밀번호를 설정해 주세요.`,
      },
      two_factor_enabled: {
        subject: ({ appName }) => `${appName} 계정의 2단계 인증이 켜졌습니다`,
        heading: '2단계 인증이 켜졌습니다',
        happened: ({ appName, at }) =>
          `${appName} 계정의 2단계 인증이 켜졌습니다(${at}). 이제부터 로그인할 때 인증 앱의 코드도 입력해야 합니다.`,
      },
      two_factor_disabled: {
        subject: ({ appName }) => `${appName} 계정의 2단계 인증이 꺼졌습니다`,
        heading: '2단계 인증이 꺼졌습니다',
        happened: ({ appName, at }) =>
          `${appName} 계정의 2단계 인증이 꺼졌습니다(${at}). 이제부터 비밀번호만으로 로그인할 수 있습니다.`,
      },
      recovery_codes_created: {
        subject: ({ appName }) => `${appName} 계정의 새 복구 코드가 만들어졌습니다`,
        heading: '새 복구 코드가 만들어졌습니다',
        happened: ({ appName, at }) =>
          `${appName} 계정의 새 복구 코드가 만들어졌습니다(${at}). 이전 코드는 더 이상 사용할 수 없습니다.`,
      },
      recovery_code_used: {
        subject: ({ appName }) => `${appName} 계정의 복구 코드가 사용되었습니다`,
        heading: '복구 코드가 사용되었습니다',
        happened: ({ appName, at }) =>
          `${appName} 계정의 복구 코드가 사용되었습니다(${at}). 이 코드는 다시 사용할 수 없습니다.`,
      },
      passkey_added: {
        subject: ({ appName }) => `${appName} 계정에 패스키가 추가되었습니다`,
        heading: '패스키가 추가되었습니다',
        happened: ({ appName, at }) =>
          `${appName} 계정에 패스키가 추가되었습니다(${at}). 이 패스키를 가진 사람은 회원님 본인으로 확인될 수 있습니다.`,
      },
      passkey_removed: {
        subject: ({ appName }) => `${appName} 계정에서 패스키가 삭제되었습니다`,
        heading: '패스키가 삭제되었습니다',
        happened: ({ appName, at }) =>
          `${appName} 계정에서 패스키가 삭제되었습니다(${at}). 이 패스키는 더 이상 사용할 수 없습니다.`,
      },
      new_sign_in: {
        subject: ({ appName }) => `${appName} 계정에 새로운 로그인이 있었습니다`,
        heading: '새로운 로그인',
        happened: ({ appName, at }) =>
          `처음 보는 브라우저에서 누군가 ${appName} 계정에 로그인했습니다(${at}).`,
      },
    },
    ifNotYou:
      '본인이 아니라면 바로 알려 주세요. 모든 기기에서 계정이 로그아웃되고 확인 대기 중인 작업이 중단됩니다.',
    thenPassword: '새 비밀번호를 설정하는 링크도 보내 드립니다.',
    button: '본인이 아닙니다',
  },
  deleteAccount: {
    deleted: {
      subject: ({ appName }) => `${appName} 계정이 삭제되었습니다`,
      heading: '계정이 삭제되었습니다',
      happened: ({ appName, at }) =>
        `${appName} 계정이 프로필, 프로필 사진, 모든 로그인과 함께 삭제되었습니다(${at}). 복구할 수 없습니다.`,
      lastMail: '이 계정에 관한 마지막 이메일입니다.',
      ifNotYou: ({ appName }) => `본인이 아니라면 ${appName}에 문의해 주세요.`,
    },
  },
};
