import type { stepUpMethods as stepUpMethodWords } from '../en/step-up-methods.ts';

export const stepUpMethods: typeof stepUpMethodWords = {
  another: 'Auf andere Weise bestätigen',
  password: 'Passwort',
  passkey: 'Passkey',
  totp: 'Authenticator-App',
  recovery_code: 'Wiederherstellungscode',
  email_code: 'Code per E-Mail',
  sign_in: 'Noch einmal anmelden',
  totpAsk: 'Geben Sie den Code ein, den Ihre Authenticator-App zeigt.',
  recovery_codeAsk: 'Geben Sie einen Ihrer Wiederherstellungscodes ein. Jeder gilt einmal.',
  email_codeAsk: 'Wir haben einen Code an {email} geschickt. Er gilt zehn Minuten.',
  email_codeSending: 'Ein Code wird geschickt …',
  email_codeResend: 'Noch einen Code schicken',
  passkeyAsk: 'Ihr Browser fragt nach Fingerabdruck, Gesicht oder Geräte-PIN.',
  code: 'Code',
  recoveryCode: 'Wiederherstellungscode',
  usePasskey: 'Passkey benutzen',
  passkeyStopped: 'Das hat nicht geklappt. Versuchen Sie es noch einmal oder auf andere Weise.',
  forgotten: 'Passwort vergessen?',
  forgottenSent:
    'Wir haben einen Link an {email} geschickt. Wählen Sie dort ein neues Passwort und kommen Sie dann zurück.',
};
