import { expect, test } from "vitest";
import { launchBrowser } from "../support/launch-browser.ts";

test("the browser draws Chinese with glyphs of its own, not with boxes", async () => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.setContent("<style>span{font:40px sans-serif}</style><span id=a>退</span><span id=b>款</span>");
    const [first, second] = await Promise.all(["#a", "#b"].map((id) => page.locator(id).screenshot()));
    expect(first?.length).toBeGreaterThan(300);
    // A font without them draws every character as the same box.
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(false);
  } finally {
    await browser.close();
  }
});
