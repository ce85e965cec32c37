import { describe, expect, test } from "vitest";
import { adminTabsOf, mayOpen } from "../../web/pages/admin/admin-tabs.ts";
import type { Viewer } from "../../web/shell/viewer.ts";

const viewer = (...permissions: Viewer["permissions"]): Viewer => ({
  ...{ id: "U3RhZmY6MQ", name: "Li Na", role: "SUPPORT_AGENT", limits: [], permissions },
});

describe("the administrator's pages", () => {
  test.each(["/people", "/roles", "/merchants", "/institutions", "/providers", "/calendars", "/webhooks", "/settings"])(
    "%s is not open to whoever lacks its right, and stands on no tab of theirs",
    (path) => {
      expect(mayOpen(viewer("CASE_READ"), path)).toBe(false);
      expect(adminTabsOf(viewer("CASE_READ"))).toEqual([]);
    },
  );

  test("each right opens its own pages and no other's", () => {
    expect(mayOpen(viewer("STAFF_MANAGE"), "/roles")).toBe(true);
    expect(mayOpen(viewer("STAFF_MANAGE"), "/settings")).toBe(false);
    expect(mayOpen(viewer("SETTINGS_MANAGE"), "/settings")).toBe(true);
    expect(mayOpen(viewer("REGISTRY_MANAGE"), "/webhooks")).toBe(true);
    expect(mayOpen(viewer("REGISTRY_MANAGE"), "/people")).toBe(false);
  });

  test("everybody has keys of their own", () => {
    expect(mayOpen(viewer(), "/api-keys")).toBe(true);
  });
});
