/** How a short message is counted, and paid: in parts, by the alphabet that its characters need. */
export interface SmsSize {
  readonly characters: number;
  readonly parts: number;
  /** One character outside the plain alphabet, and all of it is counted in the wide one. */
  readonly isWide: boolean;
}

/** The alphabet of GSM 03.38. */
const plain =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/** These take two places in it. */
const doubled = "^{}\\[~]|€";

const lengths = { plain: { one: 160, each: 153 }, wide: { one: 70, each: 67 } } as const;

export function smsSize(text: string): SmsSize {
  const isWide = [...text].some((letter) => !plain.includes(letter) && !doubled.includes(letter));
  const characters = isWide
    ? text.length
    : [...text].reduce((sum, letter) => sum + (doubled.includes(letter) ? 2 : 1), 0);
  const { one, each } = isWide ? lengths.wide : lengths.plain;
  return { characters, isWide, parts: characters <= one ? Math.min(characters, 1) : Math.ceil(characters / each) };
}
