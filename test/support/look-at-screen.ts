import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { en } from "../../web/i18n/en.ts";

const require = createRequire(import.meta.url);
const axe = readFile(require.resolve("axe-core/axe.min.js"), "utf8");

/** Of another theme only the colours are another; of another reader's page everything else may be. */
export type Rules = "all" | "colours" | "all but colours";

const colours = ["color-contrast", "link-in-text-block"];

/** What axe holds against the screen, or against what is open over it: the page beneath can then be neither read nor reached. */
export async function breachesOf(
  page: Page,
  rules: Rules,
  part: "page" | "what is open" = "page",
): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await bringAxe(page);
  const over = part === "page" ? null : "dialog[open], [popover]:popover-open";
  return page.evaluate(
    async ([wanted, opened, ofColours]) => {
      const looked = (opened === null ? null : document.querySelector(opened)) ?? document;
      // The style sheets are read again where a page has brought more of them.
      const sheets = document.styleSheets.length;
      const preload = wanted !== "colours" && Reflect.get(window, "sheetsRead") !== sheets;
      if (preload) Reflect.set(window, "sheetsRead", sheets);
      const asColours = ofColours.map((name) => [name, { enabled: wanted === "all" }]);
      const options =
        wanted === "colours"
          ? { runOnly: ofColours, preload }
          : { rules: { "target-size": { enabled: true }, ...Object.fromEntries(asColours) }, preload };
      const { violations } = await Reflect.get(window, "axe").run(looked, {
        ...options,
        resultTypes: ["violations"],
        selectors: false,
      });
      return violations.flatMap(
        ({ id, nodes }: { id: string; nodes: { html: string; any: { message: string }[] }[] }) =>
          nodes.slice(0, 3).map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any[0]?.message ?? ""}`),
      );
    },
    [rules, over, colours] as const,
  );
}

/** For every element axe reads the same few selectors anew, which takes up to a third of its time; read once, they stay as they are. */
async function bringAxe(page: Page): Promise<void> {
  await page.evaluate(await axe);
  await page.evaluate(() => {
    const parser = Reflect.get(window, "axe").imports.CssSelectorParser.prototype;
    const read: (this: object, selector: string) => object = parser.parse;
    const known = new Map<string, object>();
    parser.parse = function parse(this: object, selector: string): object {
      const found = known.get(selector) ?? read.call(this, selector);
      known.set(selector, found);
      return found;
    };
  });
}

/** Words that no reader should ever see: the name of a text instead of the text, or what a program says of nothing. */
export async function missingTexts(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const names = ["aria-label", "title", "placeholder", "alt"];
    const labels = [...document.querySelectorAll(names.map((name) => `[${name}]`).join())].flatMap((element) =>
      names.map((name) => element.getAttribute(name) ?? ""),
    );
    return [document.title, document.body.innerText, ...labels].join("\n");
  });
  const nothing = said.match(/\b(?:undefined|NaN|Invalid Date|null)\b|\[object \w+\]|\{\{\w+\}\}/g) ?? [];
  const keys = (said.match(/\b[a-z]\w*(?:\.\w+)+/gi) ?? []).filter((word) => isTextName(word));
  return [...nothing, ...keys];
}

/** By its first part: a text that is missing has, of course, no entry of its own. */
function isTextName(word: string): boolean {
  const [first = "", second = ""] = word.split(".");
  const texts: Readonly<Record<string, unknown>> = en;
  // `case.pdf` may be the name of a file.
  return first in texts && !/^(?:pdf|png|jpe?g|webp|csv|txt|test)$/i.test(second);
}

/** Words that the screen cuts off or lets run out of their box, and that can be read in full nowhere on it. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const holdsWords = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      );
      if (!holdsWords || !element.checkVisibility({ visibilityProperty: true })) continue;
      const { overflowX, overflowY, clipPath, textOverflow } = getComputedStyle(element);
      const isHidden =
        clipPath !== "none" || element.clientWidth <= 1 || element.closest("[aria-hidden=true]") !== null;
      const isTitled = element.closest("[title]") !== null || element.closest("option, select, textarea") !== null;
      if (isHidden || isTitled) continue;
      const isWide = element.scrollWidth > element.clientWidth + 1 && !/auto|scroll/.test(overflowX);
      const isTall = element.scrollHeight > element.clientHeight + 3 && /hidden|clip/.test(overflowY);
      if (isWide || isTall)
        cut.push(`${element.tagName}.${element.className} ${textOverflow}: ${element.innerText.slice(0, 80)}`);
    }
    return cut;
  });
}

/** How far the page can be moved sideways, which it never should; in the console it is the room that scrolls, or what is open over it. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() =>
    Math.max(
      ...[document.documentElement, ...document.querySelectorAll("main, dialog[open]")].map(
        ({ scrollWidth, clientWidth }) => scrollWidth - clientWidth,
      ),
    ),
  );
}

/** Less than this shows no words of how long is left. */
const LEAST_CLOCK = 80;
/** So much room may end a page. */
const MOST_EMPTY = 32;

/**
 * What has the wrong room in the console. Its page never moves down, and a room no further than what stands in it: words for the ear
 * alone are laid out like others, and where the box that scrolls does not hold them they lengthen one further out.
 */
export function wrongRoom(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    ([least, most]) => {
      const { scrollHeight, clientHeight } = document.documentElement;
      const rooms = [...document.querySelectorAll("main")].map((room) => {
        const top = room.getBoundingClientRect().top - room.scrollTop;
        const ends = [...room.children].map((part) => part.getBoundingClientRect().bottom - top);
        return room.scrollHeight - Math.max(room.clientHeight, ...ends);
      });
      const empty = Math.round(Math.max(scrollHeight - clientHeight, ...rooms));
      // A chip says in its title what it says in its tone; a clock has none.
      const clocks = [...document.querySelectorAll("main span[data-tone]:not([title])")].filter(
        (clock) => clock.checkVisibility() && clock.clientWidth < least,
      );
      return [
        ...(empty > most ? [`moves down over nothing by ${empty}`] : []),
        ...clocks.map(({ clientWidth, textContent }) => `squeezed into ${clientWidth}: ${textContent}`),
      ];
    },
    [LEAST_CLOCK, MOST_EMPTY] as const,
  );
}
