import { createTransport } from "nodemailer";
import { type Channel, sendTimeoutMs } from "./channel.ts";
import { describeSmtp } from "./smtp-answer.ts";

export interface EmailSettings {
  readonly smtpUrl: string;
  readonly from: string;
  /** The host in a message's own id. */
  readonly publicUrl: string;
}

/**
 * By SMTP. The message's id is the notice's own, the same in every try: SMTP has no other key, so a mail whose answer was
 * lost can arrive twice, and a reader's program shows it once.
 */
export function emailChannel({ smtpUrl, from, publicUrl }: EmailSettings): Channel {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: sendTimeoutMs / 2,
    greetingTimeout: sendTimeoutMs / 2,
    socketTimeout: sendTimeoutMs / 2,
    // What a notice says is ours; it never names a file or an address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { hostname } = new URL(publicUrl);
  return async ({ id, address, subject, body, locale }) => {
    try {
      const { response } = await transport.sendMail({
        from,
        to: { name: "", address },
        subject,
        text: body,
        messageId: `<${id}@${hostname}>`,
        headers: { "Content-Language": locale, "Auto-Submitted": "auto-generated", "X-Notice-Id": id },
      });
      return { answer: "DELIVERED", code: response.slice(0, 3) };
    } catch (error) {
      return describeSmtp(error);
    }
  };
}
