import type { stepUpMethods as stepUpMethodWords } from '../en/step-up-methods.ts';

export const stepUpMethods: typeof stepUpMethodWords = {
  another: 'Auf andere Weise bestätigen',
  password: 'Passwort',
  passkey: 'Passkey',
  totp: 'Authenticator-App',
  recovery_code: 'Wiederherstellungscode',
  email_code: 'Code per E-Mail',
  sign_in: 'Noch einmal anmelden',
  passwordNeeds: 'Das, mit dem Sie sich anmelden',
  passkeyNeeds: 'Fingerabdruck, Gesicht oder Geräte-PIN',
  totpNeeds: 'Sechs Ziffern aus der App auf Ihrem Telefon',
  recovery_codeNeeds: 'Einer der Codes, die Sie aufbewahrt haben',
  email_codeNeeds: 'Sechs Ziffern in einer E-Mail an Sie',
  sign_inNeeds: 'Auf der Anmeldeseite, dann zurückkommen',
  purposes: {
    requestEmailChange: 'Ihre E-Mail-Adresse zu ändern',
    changePassword: 'Ihr Passwort zu ändern',
    deleteAccount: 'Ihr Konto zu löschen',
    setUpTotp: 'die Anmeldung in zwei Schritten einzurichten',
    disableTwoFactor: 'die Anmeldung in zwei Schritten auszuschalten',
    createRecoveryCodes: 'neue Wiederherstellungscodes zu erstellen',
    addPasskey: 'einen Passkey hinzuzufügen',
    removePasskey: 'einen Passkey zu entfernen',
    other: 'fortzufahren',
  },
  totpAsk: 'Um {purpose}, geben Sie den Code ein, den Ihre Authenticator-App zeigt.',
  recovery_codeAsk:
    'Um {purpose}, geben Sie einen Ihrer Wiederherstellungscodes ein. Jeder gilt einmal.',
  email_codeAsk:
    'Um {purpose}, geben Sie den Code ein, den wir an {email} geschickt haben. Er gilt zehn Minuten.',
  email_codeSending: 'Ein Code wird an {email} geschickt …',
  email_codeNewest:
    'Um {purpose}, geben Sie den neuesten Code ein, den wir an {email} geschickt haben.',
  email_codeResend: 'Noch einen Code schicken',
  email_codeWait: {
    one: 'Noch ein Code in {count} Sekunde',
    other: 'Noch ein Code in {count} Sekunden',
  },
  email_codeSent: 'Noch ein Code ist unterwegs.',
  passkeyAsk: 'Um {purpose}, benutzen Sie Ihren Passkey. Ihr Browser fragt danach.',
  sign_inAsk: 'Um {purpose}, melden Sie sich noch einmal an; dann kommen Sie zurück.',
  code: 'Code',
  recoveryCode: 'Wiederherstellungscode',
  usePasskey: 'Passkey benutzen',
  passkeyStopped: 'Es wurde kein Passkey benutzt. Versuchen Sie es, wenn Sie so weit sind.',
  signedIn: 'Ich habe mich angemeldet',
  notYet: 'Noch nicht. Melden Sie sich erst noch einmal an.',
  noMethod: 'Hier lässt sich das nicht bestätigen.',
  forgotten: 'Passwort vergessen?',
  forgottenSent:
    'Wir haben einen Link an {email} geschickt. Wählen Sie dort ein neues Passwort und kommen Sie dann zurück.',
};
