import { describe } from "vitest";
import { isOnCases, tourOfConsole } from "../support/console-tour.ts";
import { lookAt, walk } from "../support/walk-console.ts";

describe("axe finds nothing, no text is missing or cut, and no page moves sideways: for who works on cases, trains, or is not signed in", async () => {
  walk(
    (await tourOfConsole()).filter((stop) => isOnCases(stop)),
    lookAt,
  );
});
