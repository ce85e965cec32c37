import { describe } from "vitest";
import { tourOfConsole } from "../support/console-tour.ts";
import { lookAt, walk } from "../support/walk-console.ts";

describe("in Chinese axe finds nothing, no text is missing or cut, and no page moves sideways", async () => {
  walk(await tourOfConsole(), "zh-CN", lookAt);
});
