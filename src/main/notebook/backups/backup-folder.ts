/** Where a notebook's backups are, and what is known of it besides. */
export const backupFolder = (path: string): string => `${path}.backups`;
