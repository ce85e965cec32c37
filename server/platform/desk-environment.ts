import type { Config } from "./config.ts";
import { usualLimits } from "./login/login-settings.ts";

/** What the environment fixed, as an administrator may know it: whether something is set up, never by which secret. */
export interface DeskEnvironment {
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly mail: boolean;
  readonly mailFrom: string | null;
  readonly sms: boolean;
  readonly singleSignOn: string | null;
  readonly simulatedAcquirer: boolean;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
}

type Told = Pick<Config, "publicUrl" | "demo" | "delivery" | "oidc" | "acquirerUrl" | "loginLimits">;

export function environmentOf({ publicUrl, demo, delivery, oidc, acquirerUrl, loginLimits }: Told): DeskEnvironment {
  return {
    ...{ publicUrl, demo },
    mail: delivery.smtpUrl !== null,
    mailFrom: delivery.smtpUrl === null ? null : delivery.mailFrom,
    sms: delivery.smsGateway !== null,
    singleSignOn: oidc?.name ?? null,
    simulatedAcquirer: acquirerUrl === null,
    sessionIdleMinutes: loginLimits.idleMinutes,
    sessionHours: loginLimits.sessionHours,
  };
}

/** Of a process that answers no request: nobody asks it how it is set up. */
export const bareEnvironment: DeskEnvironment = {
  ...{ publicUrl: "http://localhost", demo: false, mail: false, mailFrom: null, sms: false },
  ...{ singleSignOn: null, simulatedAcquirer: true },
  ...{ sessionIdleMinutes: usualLimits.idleMinutes, sessionHours: usualLimits.sessionHours },
};
