/** Words of this feature. */
export const emailChange = { title: '' };
