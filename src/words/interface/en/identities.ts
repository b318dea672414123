/** Words of `IdentityList`. */
export const identities = {
  /** Heading of the section. */
  title: 'Connected accounts',
  /** Under the heading. */
  description: 'Other ways in which you sign in.',
  /** Beside an entry. `{date}` is when it was connected. */
  since: 'Since {date}',
  /** When there are none. */
  none: 'None. You sign in with your email address and password.',
};
