import type { passwordRules as passwordRuleWords } from '../en/password-rules.ts';

export const passwordRules: typeof passwordRuleWords = {
  title: 'Was es erfüllen muss',
  password_too_short: 'Mindestens {minimum} Zeichen',
  password_too_long: 'Höchstens {maximum} Zeichen',
  password_types: 'Mindestens {atLeast} von: {types}',
  password_repeats: 'Kein Zeichen mehr als {maximum}-mal hintereinander',
  password_personal: 'Nicht Ihr Name und nicht Ihre Adresse',
  met: 'Erfüllt:',
  unmet: 'Noch offen:',
  allMet: 'Alles erfüllt.',
  easy: 'Leicht zu erraten',
  fair: 'Könnte schwerer zu erraten sein',
  hard: 'Schwer zu erraten',
};
