import { formatDocument, stringifyDocument } from "@urql/core";
import type { DocumentNode } from "graphql";

/** An operation's text exactly as the client hashes it; the server's list of known operations is made with this. */
export function operationText(document: DocumentNode): string {
  // The formatted node is a document still; only its optional members are typed in another way.
  return stringifyDocument(formatDocument(document) as DocumentNode);
}
