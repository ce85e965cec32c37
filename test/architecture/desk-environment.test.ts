import { expect, test } from "vitest";
import { readConfig } from "../../server/platform/config.ts";
import { environmentOf } from "../../server/platform/desk-environment.ts";

test("an administrator is told what is set up, and never by which secret", () => {
  const secrets = {
    ...{ AUTH_SECRET: "hunter2-auth-secret-of-32-characters", DATABASE_URL: "postgres://root:hunter2-db@db/redress" },
    ...{ SMTP_URL: "smtps://desk:hunter2-mail@smtp.example", MAIL_FROM: "Desk <desk@shop.example>" },
    ...{ SMS_GATEWAY_URL: "https://sms.example/hunter2-path", SMS_GATEWAY_TOKEN: "hunter2-sms" },
    ...{ OIDC_NAME: "Shop ID", OIDC_CLIENT_ID: "desk", OIDC_CLIENT_SECRET: "hunter2-oidc" },
    OIDC_AUTHORIZATION_URL: "https://id.example/a",
    ...{ OIDC_TOKEN_URL: "https://id.example/t", OIDC_USERINFO_URL: "https://id.example/u" },
    ACQUIRER_URL: "https://hunter2-key@acquirer.example",
  };
  const told = environmentOf(readConfig(secrets, "/"));
  expect(told).toMatchObject({
    ...{ mail: true, mailFrom: "Desk <desk@shop.example>", sms: true, singleSignOn: "Shop ID" },
    ...{ simulatedAcquirer: false, publicUrl: "http://localhost:4000" },
  });
  expect(JSON.stringify(told)).not.toContain("hunter2");
  expect(environmentOf(readConfig({}, "/"))).toMatchObject({
    ...{ mail: false, mailFrom: null, sms: false, singleSignOn: null, simulatedAcquirer: true },
  });
});
