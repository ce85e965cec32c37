import { demoPassword, emailOf } from "../../server/demo/demo-staff.ts";
import { until } from "./until.ts";

/** Waits for the demo desk, which fills itself with cases before it answers. */
export async function untilReady(address: string): Promise<void> {
  await until("the demo desk", () => isReady(address), Boolean, 330_000);
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/readyz`)).ok;
  } catch {
    // It does not listen yet.
    return false;
  }
}

/** A payment as it stands on the customer's slip. */
export interface DemoPayment {
  readonly voucherNumber: string;
  readonly cardLast4: string;
  readonly paid: string;
  readonly merchantName: string;
}

interface Sale {
  readonly kind: string;
  readonly network: string;
  readonly voucherNumber: string | null;
  readonly cardLast4: string;
  readonly captured: Amount;
  readonly refundable: Amount;
  readonly merchant: { readonly name: string };
  readonly cases: readonly unknown[];
}
interface Amount {
  readonly minor: string;
  readonly currency: string;
}

const SALES = `query ($after: String) {
  transactions(first: 100, after: $after) {
    edges { node {
      kind network voucherNumber cardLast4 captured { minor currency } refundable { minor currency } merchant { name } cases { id }
    } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface SalesAnswer {
  readonly data: {
    readonly transactions: {
      readonly edges: readonly { readonly node: Sale }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  };
}

/** What a story needs of its payment. Stories run side by side, so each takes its own amounts, or its own network. */
export interface PaymentWanted {
  readonly inSightOf: "agent" | "merchant";
  readonly network?: string;
  readonly fromMinor: number;
  readonly belowMinor: number;
}

/** A sale that no case is about, all of it refundable, of none of the amounts that the simulated acquirer treats badly. */
export async function demoPayment(address: string, wanted: PaymentWanted): Promise<DemoPayment> {
  const cookie = await logIn(address, wanted.inSightOf);
  let after: string | null = null;
  do {
    const { edges, pageInfo } = await listSales(address, cookie, after);
    for (const { node } of edges) {
      const { voucherNumber, cardLast4, captured, merchant } = node;
      if (voucherNumber === null || !fits(node, wanted)) continue;
      return { voucherNumber, cardLast4, paid: (Number(captured.minor) / 100).toFixed(2), merchantName: merchant.name };
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  throw new Error(`No sale of the demo desk is as wanted: ${JSON.stringify(wanted)}`);
}

async function listSales(
  address: string,
  cookie: string,
  after: string | null,
): Promise<SalesAnswer["data"]["transactions"]> {
  const response = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address, cookie },
    body: JSON.stringify({ query: SALES, variables: { after } }),
  });
  const { data }: SalesAnswer = await response.json();
  return data.transactions;
}

function fits(sale: Sale, { network = sale.network, fromMinor, belowMinor }: PaymentWanted): boolean {
  const { kind, captured, refundable, cases } = sale;
  const amount = Number(captured.minor);
  return (
    kind === "SALE" &&
    sale.network === network &&
    captured.currency === "CNY" &&
    amount >= fromMinor &&
    amount < belowMinor &&
    !/66\d\d$/.test(captured.minor) &&
    refundable.minor === captured.minor &&
    cases.length === 0
  );
}

async function logIn(address: string, who: string): Promise<string> {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: emailOf(who), password: demoPassword }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
