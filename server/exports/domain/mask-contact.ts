/** "+86138****8000": enough to tell two customers apart, too little to call one. */
export function maskPhone(phone: string): string {
  return phone.length <= 7 ? "****" : `${phone.slice(0, -8)}****${phone.slice(-4)}`;
}

/** "w***@example.com". */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? "***" : `${email.slice(0, 1)}***${email.slice(at)}`;
}

/** Of a name the first character, which in Chinese is the family's. */
export function maskName(name: string): string {
  const [first = ""] = name;
  return `${first}**`;
}
