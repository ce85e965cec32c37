import type { OutsideAnswer } from "../../platform/http/post-outside.ts";
import type { SendAnswer } from "./channel.ts";

/** Statuses that say "later": the same request may do better then. Every other refusal is final. */
const later: ReadonlySet<number> = new Set([408, 409, 423, 425, 429]);

/** What an HTTP answer means for a notice. */
export function fromHttp(answer: OutsideAnswer): SendAnswer {
  switch (answer.kind) {
    case "PRIVATE_ADDRESS":
      return { answer: "NOT_ALLOWED", code: null };
    case "TIMED_OUT":
      return { answer: "TIMED_OUT", code: null };
    case "UNREACHABLE":
      return { answer: "UNREACHABLE", code: answer.code };
    case "STATUS": {
      const { status } = answer;
      const code = `HTTP ${status}`;
      if (status >= 200 && status < 300) return { answer: "DELIVERED", code };
      return { answer: status >= 500 || later.has(status) ? "PUT_OFF" : "REFUSED", code };
    }
  }
}
