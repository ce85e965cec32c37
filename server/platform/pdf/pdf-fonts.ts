import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { breaksOf } from "./line-breaks.ts";

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
Font.registerHyphenationCallback(breaksOf);
