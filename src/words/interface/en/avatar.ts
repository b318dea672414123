/** Words of this feature. */
export const avatar = { title: '' };
