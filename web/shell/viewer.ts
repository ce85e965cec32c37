import type { ResultOf } from "gql.tada";
import { createContext, useContext } from "react";
import { graphql } from "../graphql/graphql.ts";

/** Who is signed in, and what they may do at all; whose clocks and currency the pages go by. What one case allows is said by the case. */
export const ShellQuery = graphql(`
  query Shell {
    viewer {
      id
      name
      role
      permissions
      limits
    }
    deskProfile {
      timeZone
      currency
    }
  }
`);

export type Viewer = NonNullable<ResultOf<typeof ShellQuery>["viewer"]>;

export const ViewerContext = createContext<Viewer | null>(null);

/** For whatever stands inside the shell, which draws nothing before it knows. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error("useViewer outside the shell");
  return viewer;
}
