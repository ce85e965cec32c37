/** What a page takes from the desk's own settings wherever it shows a time or asks for an amount. */
export interface DeskWays {
  readonly timeZone: string;
  readonly currency: string;
}

let kept: DeskWays = { timeZone: "Asia/Shanghai", currency: "CNY" };

/** Told by whatever asks the desk who it is, before anything that depends on it is drawn. */
export function keepDesk({ timeZone, currency }: DeskWays): void {
  kept = { timeZone, currency };
}

/** A deadline is read by the desk's clocks, wherever the reader sits. */
export function deskTimeZone(): string {
  return kept.timeZone;
}

/** What an amount is taken to be in until somebody says otherwise. */
export function deskCurrency(): string {
  return kept.currency;
}
