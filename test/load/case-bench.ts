import { cpuAgainstFloor } from "./against-floor.ts";
import { openDesk } from "./bench-desk.ts";
import { fillStories } from "./case-data.ts";

const REQUESTS = 480;

/** All that a page of a case shows of what is stored, as an integrator asks it. */
const stored = `query ($number: String!) {
  case(number: $number) {
    id number version state stage outcome reason origin openedAt closedAt snoozedUntil
    amount { minor currency } offer { minor currency }
    customer { id name phone email locale } merchant { id name nameZh number } assignee { id name }
    transaction { id kind network cardLast4 voucherNumber processedAt
      captured { minor currency } refunded { minor currency } inFlight { minor currency } chargedBack { minor currency } }
    events(last: 100) { edges { node { id sequence kind from to at actorRole actor { id name } messages { id thread body } } } }
    clocks { id rule state startedAt dueAt endedAt }
    checks { kind outcome automatic reason }
    refunds { id state amount { minor currency } provider providerReference expectedOn settledAt failure { code }
      attempts { id at operation answer code { code } } }
    evidence { id kind fileName mediaType bytes sha256 uploadedAt uploadedBy }
    notices { id kind audience channel state createdAt answer answeredAt queried }
    dispute { id network reasonCode state ruling reference respondBy amount { minor currency } }
    referral { id agency { code } state outcome reference lodgedAt }
    decision { id outcome rowNumber facts trace { rowNumber hit } }
    heldMessages { id thread body state sendsAt }
  }
}`;

/** A case with all that hangs off it, over the API, against one hand-written statement that reads the same rows. */
export async function measureCasePage(url: string): Promise<[string, number][]> {
  const desk = await openDesk(url);
  try {
    const numbers = await fillStories(desk.client);
    const asked = Array.from({ length: REQUESTS }, (_, index) => ({ number: numbers[index % numbers.length] }));
    const ratio = await cpuAgainstFloor({
      desk,
      floor: "case-floor.ts",
      rounds: 5,
      atOnce: 8,
      ofDesk: asked.map((variables) => ({
        path: "/graphql",
        headers: desk.headers,
        body: JSON.stringify({ query: stored, variables }),
      })),
      ofFloor: asked.map((variables) => ({ path: "/", headers: {}, body: JSON.stringify(variables) })),
      isRight: (body) => !body.includes('"errors"') && body.includes('"slip-2.png"') && body.includes("charged twice"),
    });
    return [["case_page_cpu_ratio", ratio]];
  } finally {
    await desk.stop();
  }
}
