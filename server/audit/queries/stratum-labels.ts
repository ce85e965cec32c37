import { localised } from "../../graphql/locale.ts";
import { isId } from "../../kernel/ids.ts";
import type { RequestContext } from "../../request-context.ts";
import { staffById } from "../../staff/queries/find-staff.ts";
import { stratumText } from "../domain/sampling.ts";

/** What the groups of a sample are called, in the reader's language: people by name, the rest by what it says. */
export async function labelStrata(
  { loaders, locale }: Pick<RequestContext, "loaders" | "locale">,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const labels = await Promise.all(
    names.map(async (name) => {
      const person = isId(name) ? await loaders.load(staffById, name) : null;
      return [name, person?.name ?? localised(stratumText(name), locale)] as const;
    }),
  );
  return new Map(labels);
}
