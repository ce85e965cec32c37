import type { Signing } from "../../platform/signing.ts";
import { mailboxCode } from "../domain/answers-in-words.ts";
import type { Channel, Channels } from "./channel.ts";
import { emailChannel } from "./email.ts";
import { smsChannel } from "./sms.ts";
import { webhookChannel } from "./webhook.ts";

export interface ChannelSettings {
  readonly demo: boolean;
  readonly publicUrl: string;
  readonly delivery: {
    readonly smtpUrl: string | null;
    readonly mailFrom: string;
    readonly smsGateway: { readonly url: string; readonly token: string } | null;
    readonly webhooksToPrivateAddresses: boolean;
  };
}

/** The ways out of this desk. What is not set up goes into the mailbox of a demo, and elsewhere says that it is not set up. */
export function openChannels({ demo, publicUrl, delivery }: ChannelSettings, signing: Signing): Channels {
  const { smtpUrl, mailFrom, smsGateway, webhooksToPrivateAddresses } = delivery;
  const otherwise = demo ? mailbox : notSetUp;
  return {
    publicUrl,
    EMAIL: smtpUrl === null ? otherwise : emailChannel({ smtpUrl, from: mailFrom, publicUrl }),
    SMS: smsGateway === null ? otherwise : smsChannel(smsGateway),
    WEBHOOK: webhookChannel({ signing, mayBePrivate: webhooksToPrivateAddresses }),
  };
}

const mailbox: Channel = () => Promise.resolve({ answer: "DELIVERED", code: mailboxCode });
const notSetUp: Channel = () => Promise.resolve({ answer: "NOT_SET_UP", code: null });
