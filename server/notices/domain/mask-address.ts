/** An address as a log may show it: enough to recognise for whoever knows it, not enough to use. */
export function maskAddress(address: string): string {
  const origin = /^https?:\/\/[^/?#]+/.exec(address);
  if (origin !== null) return `${origin[0]}/…`;
  const at = address.lastIndexOf("@");
  if (at > 0) return `${address.slice(0, 1)}***${address.slice(at)}`;
  const kept = address.length > 8 ? 3 : 1;
  return `${address.slice(0, kept)}****${address.slice(-Math.min(4, address.length - kept))}`;
}
