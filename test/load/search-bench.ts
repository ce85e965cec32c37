import { type BenchDesk, openDesk } from "./bench-desk.ts";
import { median } from "./cpu.ts";
import { drive, type LoadRequest } from "./drive.ts";

const ROUNDS = 5;
const REQUESTS = 400;
const AT_ONCE = 8;

/** What the palette asks while somebody types. */
const query = `query Search($text: String!) { search(text: $text, first: 20) { matchedBy matchedText case {
  id number state reason amount { minor currency } openedAt customer { name } merchant { name nameZh } } transaction { id } } }`;

/** Two characters that a third of all customers have, and two that nobody has: ten times the cases are ten times the matches. */
const texts = ["小明", "王小", "明王"];

/** How much more the search of a Chinese name costs on the large desk than on the small. */
export async function measureSearch(smallUrl: string, largeUrl: string): Promise<[string, number][]> {
  const [small, large] = [await openDesk(smallUrl), await openDesk(largeUrl)];
  try {
    const ofDesk = async (desk: BenchDesk) => {
      const before = await desk.cpu();
      await drive(desk.port, requestsOf(desk), AT_ONCE, isAnswered);
      return (await desk.cpu()) - before;
    };
    // Two rounds warm everything up; the order turns with each round.
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS + 2; round++) {
      const turned = round % 2 === 1;
      const first = await ofDesk(turned ? small : large);
      const second = await ofDesk(turned ? large : small);
      if (round >= 2) rounds.push(turned ? second / first : first / second);
    }
    return [["search_growth", median(rounds)]];
  } finally {
    await large.stop();
    await small.stop();
  }
}

function requestsOf({ headers }: BenchDesk): LoadRequest[] {
  return Array.from({ length: REQUESTS }, (_, at) => ({
    path: "/graphql",
    headers,
    body: JSON.stringify({ query, variables: { text: texts[at % texts.length] } }),
  }));
}

/** A whole page of cases, or nothing for what nobody is called. */
function isAnswered(body: string): boolean {
  const hits = body.split('"NAME"').length - 1;
  return !body.includes('"errors"') && (hits === 20 || hits === 0);
}
