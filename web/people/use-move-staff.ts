import type { FragmentOf } from "gql.tada";
import { type CombinedError, useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { MoveAnswerFragment } from "./MoveAnswer.tsx";
import type { Placement } from "./PlacementFields.tsx";
import type { StaffMove } from "./staff-moves.ts";

const ChangeStaffRoleMutation = graphql(
  `
    mutation ChangeStaffRole($input: ChangeStaffRoleInput!) {
      answer: changeStaffRole(input: $input) {
        __typename
        ...MoveAnswer_result
      }
    }
  `,
  [MoveAnswerFragment],
);
const InviteStaffAgainMutation = graphql(
  `
    mutation InviteStaffAgain($input: MoveStaffInput!) {
      answer: inviteStaffAgain(input: $input) {
        __typename
        ...MoveAnswer_result
      }
    }
  `,
  [MoveAnswerFragment],
);
const SuspendStaffMutation = graphql(
  `
    mutation SuspendStaff($input: SuspendStaffInput!) {
      answer: suspendStaff(input: $input) {
        __typename
        ...MoveAnswer_result
      }
    }
  `,
  [MoveAnswerFragment],
);
const ReinstateStaffMutation = graphql(
  `
    mutation ReinstateStaff($input: MoveStaffInput!) {
      answer: reinstateStaff(input: $input) {
        __typename
        ...MoveAnswer_result
      }
    }
  `,
  [MoveAnswerFragment],
);
const EndStaffMutation = graphql(
  `
    mutation EndStaff($input: EndStaffInput!) {
      answer: endStaff(input: $input) {
        __typename
        ...MoveAnswer_result
      }
    }
  `,
  [MoveAnswerFragment],
);

interface Kept {
  readonly staffId: string;
  readonly expectedVersion: number;
  readonly reason: string | null;
}

interface Sent {
  readonly result: FragmentOf<typeof MoveAnswerFragment> | null;
  readonly error: CombinedError | undefined;
  readonly fetching: boolean;
  /** Null: nobody answered. */
  readonly send: (
    kept: Kept,
    more: { readonly placement: Placement; readonly heirId: string | null },
  ) => Promise<string | null>;
}

/** Sends one kind of move; each takes what it asks for and nothing else. */
export function useMoveStaff(move: StaffMove): Sent {
  const changing = useMutation(ChangeStaffRoleMutation);
  const inviting = useMutation(InviteStaffAgainMutation);
  const suspending = useMutation(SuspendStaffMutation);
  const reinstating = useMutation(ReinstateStaffMutation);
  const ending = useMutation(EndStaffMutation);
  const [{ data, error, fetching }] = {
    changeStaffRole: changing,
    inviteStaffAgain: inviting,
    suspendStaff: suspending,
    reinstateStaff: reinstating,
    endStaff: ending,
  }[move];
  const senders: Record<StaffMove, Sent["send"]> = {
    changeStaffRole: async (kept, { placement, heirId }) =>
      (await changing[1]({ input: { ...kept, placement, heirId } })).data?.answer.__typename ?? null,
    inviteStaffAgain: async (kept) => (await inviting[1]({ input: kept })).data?.answer.__typename ?? null,
    suspendStaff: async (kept, { heirId }) =>
      (await suspending[1]({ input: { ...kept, heirId } })).data?.answer.__typename ?? null,
    reinstateStaff: async (kept) => (await reinstating[1]({ input: kept })).data?.answer.__typename ?? null,
    endStaff: async (kept, { heirId }) =>
      (await ending[1]({ input: { ...kept, heirId } })).data?.answer.__typename ?? null,
  };
  return { result: data?.answer ?? null, error, fetching, send: senders[move] };
}
