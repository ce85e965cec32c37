/** Numbers and names inside a file. Reading beyond the end gives zeros, which no format takes for something right. */
export function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

export function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 0x10000 + u16(bytes, at + 2);
}

export function u16LittleEndian(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function u32LittleEndian(bytes: Uint8Array, at: number): number {
  return u16LittleEndian(bytes, at) + u16LittleEndian(bytes, at + 2) * 0x10000;
}

/** One character a byte, as the names of parts inside files are written. */
export function ascii(bytes: Uint8Array, from: number, until: number): string {
  return Array.from(bytes.subarray(from, until), (byte) => String.fromCharCode(byte)).join("");
}

export function startsWith(bytes: Uint8Array, text: string, from = 0): boolean {
  return ascii(bytes, from, from + text.length) === text;
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
