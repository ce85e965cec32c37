import type { ActionContext } from "../../request-context.ts";

/** Writes down that the file was fetched, before the first byte of it goes out. */
export async function countDownload({ db, clock }: Pick<ActionContext, "db" | "clock">, id: string): Promise<void> {
  await db
    .updateTable("export_run")
    .set((eb) => ({ downloads: eb("downloads", "+", 1), last_download_at: clock.now() }))
    .where("id", "=", id)
    .execute();
}
