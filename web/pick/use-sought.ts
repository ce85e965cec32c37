import { useState } from "react";
import { type TypedDocumentNode, useQuery } from "urql";
import { useSettled } from "../ui/use-settled.ts";

const RESTS_MS = 150;

/** What answers the words as they stand, and null until it has: what was there before answers another question. */
export interface Sought<Answer> {
  readonly typed: string | null;
  readonly onType: (typed: string | null) => void;
  readonly isAsking: boolean;
  readonly answer: Answer | null;
}

/** Asks for what fits the words in a box once typing rests, and nothing while no box is open. */
export function useSought<Answer, Variables extends Record<string, unknown>>(
  query: TypedDocumentNode<Answer, Variables>,
  about: (text: string | null) => Variables,
): Sought<Answer> {
  const [typed, onType] = useState<string | null>(null);
  const wanted = typed?.trim() || null;
  const text = useSettled(wanted, RESTS_MS);
  const isSettling = text !== wanted;
  const [{ data, fetching }] = useQuery<Answer, Record<string, unknown>>({
    query,
    variables: about(text),
    pause: typed === null || isSettling,
  });
  const isAsking = fetching || isSettling;
  return { typed, onType, isAsking, answer: isAsking ? null : (data ?? null) };
}
