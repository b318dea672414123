import { ada, grace, newPassword } from '../rule-world.ts';

/** Somebody whom another system lets in: an account without a password. */
export const mary = { id: 'mary', email: 'mary@example.com', name: 'Mary Somerville' } as const;

/** Who lives in the stories from the start. */
export const people = [ada, grace, mary];

/** Every address that occurs. */
export const addresses = [
  ...people.map(({ email }) => email),
  'one@example.com',
  'two@example.com',
];

/** Those that somebody would like to have: mostly free ones. */
export const wishedAddresses = [...addresses, 'one@example.com', 'two@example.com'];

/** Too short for an account without a second factor. */
export const shortPassword = 'tiny heron';

/** Every password that occurs. */
export const passwords = [
  ada.password,
  grace.password,
  newPassword,
  'four grey geese walk home',
  shortPassword,
];

/** Address blocks that calls come from. */
export const homes = ['192.0.2.1', '198.51.100.7'];
