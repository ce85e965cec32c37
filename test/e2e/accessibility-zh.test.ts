import { beforeAll, expect, test } from "vitest";
import { tourOfConsole } from "../support/console-tour.ts";
import { deskIsOpen } from "../support/visit-desk.ts";
import { lookAt, TOUR_MS, walk } from "../support/walk-console.ts";

beforeAll(deskIsOpen);

test(
  "in Chinese axe finds nothing, no text is missing or cut, and no page moves sideways",
  async () => {
    expect(await walk(await tourOfConsole(), "zh-CN", lookAt)).toEqual({});
  },
  TOUR_MS,
);
