/** Names by which a PDF starts something. Attached files are no program: electronic invoices carry their data in one. */
export const startsSomething: ReadonlySet<string> = new Set(["JavaScript", "JS", "Launch", "RichMedia"]);

const starts = new RegExp(`/(?:${[...startsSomething].join("|")})(?![A-Za-z0-9])`);

/** Whether a piece of a PDF, with plain names, starts something. */
export const startsIn = (text: string): boolean => starts.test(text);

/** Bytes of pictures give two letters by chance, and longer names never; no action runs a script without naming it so. */
const startsInAnyBytes = new RegExp(
  `/(?:${["JavaScript", "Launch", "RichMedia"].map(anyhow).join("|")})(?![A-Za-z0-9])`,
);

/** Whether a whole file, stream data included, names what starts something. */
export const startsOpenly = (text: string): boolean => startsInAnyBytes.test(text);

/** Where a file says that it packs objects together. */
export const objectBundles = new RegExp(`/${anyhow("ObjStm")}(?![A-Za-z0-9])`, "g");

/** A name with each of its letters as it is or as a number. */
function anyhow(name: string): string {
  return Array.from(name, (letter) => `(?:${letter}|#${hexOf(letter)})`).join("");
}

function hexOf(letter: string): string {
  const hex = letter.charCodeAt(0).toString(16);
  return hex.replace(/[a-f]/, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

/** How a bundle of objects is packed, by the entries before it. Its entries hold no texts, so one would be there to mislead. */
export function plainlyPacked(entries: string): "NOT" | "PLAINLY" | "ODDLY" {
  if (!/^obj\s*<<[^()%]*$/.test(entries) || /\/(?:DecodeParms|DP)(?![A-Za-z0-9])(?!\s*null)/.test(entries))
    return "ODDLY";
  const filters = entries.match(/\/Filter(?![A-Za-z0-9])/g)?.length ?? 0;
  if (filters === 0) return "NOT";
  return filters === 1 && /\/Filter\s*(?:\/Fl(?:ateDecode)?(?![A-Za-z0-9])|\[\s*\/Fl(?:ateDecode)?\s*\])/.test(entries)
    ? "PLAINLY"
    : "ODDLY";
}

/** Entries that say who made a document or a part of it, when and by which program. Nothing that a reader sees hangs on them. */
export const saysWhoMadeIt: ReadonlySet<string> = new Set(["Metadata", "PieceInfo", "LastModified", "Thumb"]);

/** What an attached file says of itself besides its size. */
export const saysWhenAttached = ["CreationDate", "ModDate"] as const;

/** Entries whose own entries the writer of the file has named at will: a font may be called "Thumb", and a shape "Metadata". */
export const namedAtWill: ReadonlySet<string> = new Set([
  ...["Font", "XObject", "ExtGState", "ColorSpace", "Pattern", "Shading", "Properties", "CharProcs", "Colorants"],
  ...["Dests", "RoleMap", "ClassMap", "N", "R", "D"],
]);

/** A name may be written with any of its letters as a number, "/J#53" for "/JS". */
export function withPlainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What a piece of a PDF points to, by number and generation, where it cannot be read but by its letters. */
export function referencesIn(text: string): readonly (readonly [number, number])[] {
  return Array.from(
    text.matchAll(/(?<!\d)(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}R(?![A-Za-z0-9])/g),
    ([, number, generation]) => [Number(number), Number(generation)],
  );
}

/** Numbers that stand as objects of their own, by "number generation R": how long a stream is may be written so, behind it. */
export function numbersIn(text: string): ReadonlyMap<string, number> {
  const found = text.matchAll(/(?<!\d)(\d{1,10})\s{1,9}(\d{1,5})\s{1,9}obj\s{1,9}(\d{1,10})\s{1,9}endobj/g);
  return new Map(
    Array.from(found, ([, number, generation, value]) => [`${Number(number)} ${Number(generation)} R`, Number(value)]),
  );
}
