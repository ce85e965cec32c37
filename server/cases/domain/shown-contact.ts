import type { Contact } from "./contact.ts";

/** Personal data is shown by permission, and masked for everyone else: on the wire and in files alike. */
export function shownContact({ name, phone, email }: Contact, mayReadContact: boolean): Contact {
  return mayReadContact ? { name, phone, email } : { name: maskedName(name), phone: null, email: null };
}

/** The first character and stars, as Chinese slips and banks mask a name. */
function maskedName(name: string): string {
  const [first = ""] = Array.from(name);
  return `${first}**`;
}
