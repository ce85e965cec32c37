import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";

/** The one family that has Latin, Chinese and the rare characters of people's names. */
export const pdfFont = "Noto Sans SC";

const fonts = createRequire(import.meta.url);
Font.register({
  family: pdfFont,
  fonts: [
    { src: fonts.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"), fontWeight: 400 },
    { src: fonts.resolve("@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf"), fontWeight: 600 },
  ],
});
// Chinese breaks between any two characters, which the layout does not know by itself.
Font.registerHyphenationCallback((word) =>
  /\p{Script=Han}/u.test(word) || word.length > 40 ? lettersOf(word) : [word],
);

function lettersOf(word: string): string[] {
  return Array.from(word).flatMap((letter) => [letter, ""]);
}
