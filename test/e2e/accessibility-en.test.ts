import { describe } from "vitest";
import { tourOfConsole } from "../support/console-tour.ts";
import { lookAt, walk } from "../support/walk-console.ts";

describe("in English axe finds nothing, no text is missing or cut, and no page moves sideways", async () => {
  walk(await tourOfConsole(), "en", lookAt);
});
