/** What tells a card number from the other long numbers of a payment: issuer prefixes, lengths and the check digit. */

interface Range {
  readonly prefix: RegExp;
  readonly lengths: readonly number[];
}

const from = (shortest: number, longest = 19) =>
  Array.from({ length: longest - shortest + 1 }, (_, index) => shortest + index);

// Merchant numbers of Chinese banks have 15 digits and begin like Diners or Visa, so no brand gets a length it never had.
const ranges: readonly Range[] = [
  { prefix: /^4/, lengths: [13, ...from(16)] },
  { prefix: /^5/, lengths: from(16) },
  { prefix: /^62/, lengths: from(13) },
  { prefix: /^6/, lengths: from(15) },
  { prefix: /^3[47]/, lengths: [15] },
  { prefix: /^35/, lengths: from(16) },
  { prefix: /^3[0689]/, lengths: [14, ...from(16)] },
  { prefix: /^2(?:2\d|[3-6]\d|7[01])/, lengths: from(16) },
  // Debit cards issued in China before the 62 prefix, and the younger UnionPay range.
  { prefix: /^(?:81|9)/, lengths: from(16) },
];

/** The check digit of ISO/IEC 7812. */
export function isLuhnValid(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const doubled = index % 2 === 0 ? Number(character) : Number(character) * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** An issuer's prefix, a length that it uses, and the right check digit. */
export function isCardNumber(digits: string): boolean {
  return (
    isLuhnValid(digits) && ranges.some((range) => range.prefix.test(digits) && range.lengths.includes(digits.length))
  );
}

/** A card number with a slip of the finger: the prefix and a length of the great networks, whatever the check digit. */
export function resemblesCardNumber(digits: string): boolean {
  return /^(?:62\d{13,17}|[456]\d{15,18}|3[47]\d{13}|35\d{14,17}|6\d{14})$/.test(digits);
}

/** The most that may be kept: first six and last four. */
export function maskCardNumber(digits: string): string {
  return `${digits.slice(0, 6)}******${digits.slice(-4)}`;
}
