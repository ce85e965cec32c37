import type { InEnglish } from "./dictionary.ts";
import { accountEn } from "./en/account.ts";
import { actionEn } from "./en/action.ts";
import { apiKeysEn } from "./en/api-keys.ts";
import { approvalsEn } from "./en/approvals.ts";
import { auditEn } from "./en/audit.ts";
import { calendarsEn } from "./en/calendars.ts";
import { caseEn } from "./en/case.ts";
import { clockEn } from "./en/clock.ts";
import { dataEn } from "./en/data.ts";
import { deskLogEn } from "./en/desk-log.ts";
import { eventsEn } from "./en/events.ts";
import { exportsEn } from "./en/exports.ts";
import { insightEn } from "./en/insight.ts";
import { listsEn } from "./en/lists.ts";
import { newCaseEn } from "./en/new-case.ts";
import { noticesEn } from "./en/notices.ts";
import { outlookEn } from "./en/outlook.ts";
import { paletteEn } from "./en/palette.ts";
import { partiesEn } from "./en/parties.ts";
import { partsEn } from "./en/parts.ts";
import { peopleEn } from "./en/people.ts";
import { pickEn } from "./en/pick.ts";
import { policiesEn } from "./en/policies.ts";
import { providersEn } from "./en/providers.ts";
import { queueEn } from "./en/queue.ts";
import { registryEn } from "./en/registry.ts";
import { rolesEn } from "./en/roles.ts";
import { roomsEn } from "./en/rooms.ts";
import { samplesEn } from "./en/samples.ts";
import { settingsEn } from "./en/settings.ts";
import { shellEn } from "./en/shell.ts";
import { supervisorEn } from "./en/supervisor.ts";
import { threadsEn } from "./en/threads.ts";
import { trainingEn } from "./en/training.ts";
import { uploadEn } from "./en/upload.ts";
import { webhooksEn } from "./en/webhooks.ts";
import { wordsEn } from "./en/words.ts";
import type { zhCn } from "./zh-cn.ts";

/** All of the console's texts in English. */
export const en: InEnglish<typeof zhCn> = {
  ...wordsEn,
  ...shellEn,
  ...settingsEn,
  ...trainingEn,
  ...accountEn,
  ...actionEn,
  ...apiKeysEn,
  ...approvalsEn,
  ...auditEn,
  ...samplesEn,
  ...caseEn,
  ...clockEn,
  ...dataEn,
  ...newCaseEn,
  ...noticesEn,
  ...insightEn,
  ...outlookEn,
  ...eventsEn,
  ...exportsEn,
  ...deskLogEn,
  ...listsEn,
  ...partiesEn,
  ...partsEn,
  ...paletteEn,
  ...pickEn,
  ...policiesEn,
  ...peopleEn,
  ...rolesEn,
  ...queueEn,
  ...threadsEn,
  ...roomsEn,
  ...calendarsEn,
  ...registryEn,
  ...webhooksEn,
  ...providersEn,
  ...supervisorEn,
  ...uploadEn,
};
