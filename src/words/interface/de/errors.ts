import type {
  errors as errorWords,
  fields as fieldWords,
  locks as lockWords,
} from '../en/errors.ts';

export const errors: typeof errorWords = {
  unreadable: 'Das kam nicht vollständig an. Bitte versuchen Sie es noch einmal.',
  not_signed_in: 'Sie sind abgemeldet. Melden Sie sich an und versuchen Sie es noch einmal.',
  session_ended: 'Ihre Sitzung ist beendet. Melden Sie sich an und versuchen Sie es noch einmal.',
  step_up_required: 'Bestätigen Sie, dass Sie es sind, und versuchen Sie es noch einmal.',
  cross_site: 'Diese Seite darf das nicht. Öffnen Sie Ihre Einstellungen direkt.',
  not_allowed: 'Das ist bei Ihrem Konto nicht möglich.',
  not_found: 'Hier ist nichts mehr.',
  method_not_allowed: 'Das ist hier nicht möglich.',
  username_taken: 'Dieser Benutzername ist vergeben.',
  email_taken: 'Diese Adresse gehört zu einem anderen Konto.',
  account_switched: 'Sie haben sich mit einem anderen Konto angemeldet. Laden Sie die Seite neu.',
  link_invalid: 'Dieser Link funktioniert nicht. Nehmen Sie die neueste Nachricht.',
  link_expired: 'Dieser Link ist abgelaufen.',
  link_used: 'Dieser Link wurde schon benutzt.',
  version_conflict: 'Jemand hat das inzwischen geändert.',
  too_large: 'Das ist zu groß.',
  unsupported_media_type: 'Diese Art von Datei wird nicht angenommen.',
  validation_failed: 'Etwas stimmt noch nicht.',
  rate_limited: {
    one: 'Zu viele Versuche. Warten Sie {count} Sekunde.',
    other: 'Zu viele Versuche. Warten Sie {count} Sekunden.',
  },
  unavailable: 'Das geht gerade nicht. Versuchen Sie es gleich noch einmal.',
  offline: 'Sie sind wohl offline. Es geht nichts verloren; versuchen Sie es noch einmal.',
  aborted: 'Abgebrochen.',
  unexpected: 'Etwas ist schiefgegangen. Versuchen Sie es noch einmal.',
};

export const fields: typeof fieldWords = {
  required: 'Bitte ausfüllen.',
  invalid_type: 'Das passt hier nicht.',
  unknown_key: 'Das wird nicht angenommen.',
  too_long: 'Höchstens {maximum} Zeichen.',
  malformed: 'Das sieht nicht richtig aus.',
  not_editable: 'Das lässt sich hier nicht ändern.',
  taken: 'Das hat schon jemand.',
  email_same: 'Das ist schon Ihre Adresse.',
  wrong_password: 'Das ist nicht Ihr Passwort.',
  wrong_credentials: 'E-Mail-Adresse oder Passwort stimmt nicht.',
  password_too_short: 'Mindestens {minimum} Zeichen.',
  password_too_long: 'Höchstens {maximum} Zeichen.',
  password_common: 'Zu leicht zu erraten. Nehmen Sie etwas Selteneres.',
  password_personal: 'Zu nah an Ihrem Namen oder Ihrer Adresse.',
  password_same: 'Das ist schon Ihr Passwort.',
  password_types: 'Nehmen Sie mehr verschiedene Arten von Zeichen.',
  image_broken: 'Dieses Bild ist beschädigt. Nehmen Sie ein anderes.',
  image_too_many_pixels: 'Dieses Bild hat zu viele Bildpunkte. Nehmen Sie ein kleineres.',
  image_mixed: 'Diese Datei enthält mehr als ein Bild. Nehmen Sie eine andere.',
};

export const locks: typeof lockWords = {
  owned_by_provider: 'Wird von {owner} verwaltet. Ändern Sie es dort.',
  locked_by_application: 'Das lässt sich nicht ändern.',
  no_password: 'Ihr Konto hat hier kein Passwort.',
  other: 'Das lässt sich hier nicht ändern.',
};
