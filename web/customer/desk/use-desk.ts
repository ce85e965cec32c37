import type { ResultOf } from "gql.tada";
import { useEffect, useState } from "react";
import { graphql } from "../../graphql/graphql.ts";
import { keepDesk } from "../../i18n/desk.ts";
import type { Language } from "../../i18n/language.ts";
import { ask } from "../customer-client.ts";

const DeskQuery = graphql(`
  query CustomerDesk {
    deskProfile {
      name
      phone
      email
      currency
      timeZone
    }
  }
`);

export type DeskProfile = ResultOf<typeof DeskQuery>["deskProfile"];

/** Whom the customer deals with, in their language. Null until it is known: the page stands without it, and asks again with the next. */
export function useDesk(language: Language): DeskProfile | null {
  const [desk, setDesk] = useState<DeskProfile | null>(null);
  useEffect(() => {
    let wanted = true;
    async function readDesk(): Promise<void> {
      const answer = await ask({ language }, DeskQuery, {});
      if (!wanted || answer.kind !== "answered") return;
      keepDesk(answer.data.deskProfile);
      setDesk(answer.data.deskProfile);
    }
    void readDesk();
    return () => {
      wanted = false;
    };
  }, [language]);
  return desk;
}
