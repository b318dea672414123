/** Words of this feature. */
export const passwordChange = { title: '' };
