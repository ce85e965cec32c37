import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { exportKinds, exportStates } from "./domain/words.ts";

export const ExportKindEnum = wordsEnum(exportKinds);
registerEnumType(ExportKindEnum, { name: "ExportKind", description: "Which list is taken away as a file." });

export const ExportStateEnum = wordsEnum(exportStates);
registerEnumType(ExportStateEnum, {
  name: "ExportState",
  description:
    "QUEUED until a worker is free, RUNNING, then DONE, FAILED or CANCELLED; EXPIRED once the file was taken away.",
});
