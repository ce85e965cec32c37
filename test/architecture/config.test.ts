import { describe, expect, test } from "vitest";
import { readConfig } from "../../server/platform/config.ts";

const secret = "x".repeat(32);

describe("the configuration", () => {
  test("needs nothing set for a desk to try out", () => {
    expect(readConfig({}, "/somewhere")).toMatchObject({
      production: false,
      role: "all",
      host: "localhost",
      port: 4000,
      publicUrl: "http://localhost:4000",
      dataDir: "/somewhere/.data",
      databaseUrl: null,
      demo: true,
    });
  });

  test("takes a setting that is there but empty for absent", () => {
    expect(readConfig({ PORT: "", DATABASE_URL: " " }, "/")).toMatchObject({ port: 4000, databaseUrl: null });
  });

  test("names every wrong setting in one line", () => {
    const wrong = { PORT: "70000", LOG_LEVEL: "loud", SESSION_HOURS: "25" };
    expect(() => readConfig(wrong, "/")).toThrow(
      /^PORT must be [^\n]*"70000"; SESSION_HOURS must [^\n]*; LOG_LEVEL must [^\n]*\.$/,
    );
  });

  test("does not repeat a secret or an address that may hold one", () => {
    const wrong = { AUTH_SECRET: "hunter2", DATABASE_URL: "mysql://root:hunter2@db" };
    expect(() => readConfig(wrong, "/")).toThrow(/AUTH_SECRET must be at least 32 characters, not the given value/);
    expect(() => readConfig(wrong, "/")).not.toThrow(/hunter2/);
  });

  test.each(["postgres://app@db/redress", "postgresql://app@localhost/redress?host=%2Ftmp%2Fpg"])(
    "keeps the database's address as given: %s",
    (url) => {
      expect(readConfig({ DATABASE_URL: url }, "/").databaseUrl).toBe(url);
    },
  );

  test("in production has no demo, listens to the network, and wants a secret beside DATABASE_URL", () => {
    const acquirer = { ACQUIRER_URL: "https://acquirer.example" };
    const production = { NODE_ENV: "production", DATABASE_URL: "postgres://app@db/redress", ...acquirer };
    expect(() => readConfig(production, "/")).toThrow(/^AUTH_SECRET must be set in production/);
    expect(readConfig({ ...production, AUTH_SECRET: secret }, "/")).toMatchObject({ demo: false, host: "0.0.0.0" });
    expect(() => readConfig({ NODE_ENV: "production", REDRESS_DEMO: "true" }, "/")).toThrow(/REDRESS_DEMO cannot/);
  });

  test("takes the company's own sign-in page whole or not at all", () => {
    const page = "https://id.example";
    const whole = {
      OIDC_NAME: "Company",
      OIDC_CLIENT_ID: "redress",
      OIDC_CLIENT_SECRET: "hush",
      OIDC_AUTHORIZATION_URL: `${page}/authorize`,
      OIDC_TOKEN_URL: `${page}/token`,
      OIDC_USERINFO_URL: `${page}/userinfo`,
    };
    expect(readConfig({}, "/").oidc).toBeNull();
    expect(readConfig(whole, "/").oidc).toMatchObject({ name: "Company", tokenUrl: `${page}/token` });
    expect(() => readConfig({ ...whole, OIDC_TOKEN_URL: "" }, "/")).toThrow(/^OIDC_NAME.* go together\.$/);
  });

  test("ends sessions after a quarter of an hour unused and after twelve hours, or as set", () => {
    expect(readConfig({}, "/").loginLimits).toEqual({ idleMinutes: 15, sessionHours: 12 });
    expect(readConfig({ SESSION_IDLE_MINUTES: "5" }, "/").loginLimits.idleMinutes).toBe(5);
    expect(() => readConfig({ SESSION_HOURS: "0" }, "/")).toThrow(/^SESSION_HOURS must be a whole number/);
  });

  test("in production sends refunds to the simulated acquirer only when told so", () => {
    expect(() => readConfig({ NODE_ENV: "production" }, "/")).toThrow(/^ACQUIRER_URL must be set in production\.$/);
    expect(readConfig({ NODE_ENV: "production", ACQUIRER_URL: "simulated" }, "/").acquirerUrl).toBeNull();
  });
});
