import { requestsImporter } from "../cases/actions/import-requests.ts";
import { settlementImporter } from "../transactions/actions/import-settlement.ts";
import type { ImportKind } from "../transactions/domain/words.ts";
import type { Importer } from "../transactions/importer.ts";
import { bankDisputesImporter } from "./actions/import-bank-disputes.ts";

/** How each kind of file is taken in. They stand here because a bank's file and a file of requests open cases, which transactions know nothing of. */
export const importers: Readonly<Record<ImportKind, Importer>> = {
  SETTLEMENT: settlementImporter,
  BANK_DISPUTES: bankDisputesImporter,
  REQUESTS: requestsImporter,
};
