/** Words of this feature. */
export const deleteAccount = { title: '' };
