export interface WordingText {
  readonly subject: string;
  readonly body: string;
  readonly sms: string | null;
}

/** The words alone: what comes from the cache carries its type's name, which no input has. */
export function wordsOf({ subject, body, sms }: WordingText): WordingText {
  return { subject, body, sms };
}
