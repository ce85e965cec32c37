const mostCharacters = 4000;

/** By the desk's own count: characters, not halves of them, and no space around the words. */
export const isTooLong = (text: string): boolean => Array.from(text.trim()).length > mostCharacters;
