/** A column's name as drizzle writes it in SQL, `emailIndex` as `email_index`. */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
