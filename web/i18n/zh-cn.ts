import { accountZhCn } from "./zh-cn/account.ts";
import { actionZhCn } from "./zh-cn/action.ts";
import { apiKeysZhCn } from "./zh-cn/api-keys.ts";
import { approvalsZhCn } from "./zh-cn/approvals.ts";
import { auditZhCn } from "./zh-cn/audit.ts";
import { calendarsZhCn } from "./zh-cn/calendars.ts";
import { caseZhCn } from "./zh-cn/case.ts";
import { clockZhCn } from "./zh-cn/clock.ts";
import { dataZhCn } from "./zh-cn/data.ts";
import { deskLogZhCn } from "./zh-cn/desk-log.ts";
import { eventsZhCn } from "./zh-cn/events.ts";
import { exportsZhCn } from "./zh-cn/exports.ts";
import { insightZhCn } from "./zh-cn/insight.ts";
import { listsZhCn } from "./zh-cn/lists.ts";
import { newCaseZhCn } from "./zh-cn/new-case.ts";
import { noticesZhCn } from "./zh-cn/notices.ts";
import { outlookZhCn } from "./zh-cn/outlook.ts";
import { paletteZhCn } from "./zh-cn/palette.ts";
import { partiesZhCn } from "./zh-cn/parties.ts";
import { partsZhCn } from "./zh-cn/parts.ts";
import { peopleZhCn } from "./zh-cn/people.ts";
import { pickZhCn } from "./zh-cn/pick.ts";
import { policiesZhCn } from "./zh-cn/policies.ts";
import { providersZhCn } from "./zh-cn/providers.ts";
import { queueZhCn } from "./zh-cn/queue.ts";
import { registryZhCn } from "./zh-cn/registry.ts";
import { rolesZhCn } from "./zh-cn/roles.ts";
import { roomsZhCn } from "./zh-cn/rooms.ts";
import { samplesZhCn } from "./zh-cn/samples.ts";
import { settingsZhCn } from "./zh-cn/settings.ts";
import { shellZhCn } from "./zh-cn/shell.ts";
import { supervisorZhCn } from "./zh-cn/supervisor.ts";
import { threadsZhCn } from "./zh-cn/threads.ts";
import { trainingZhCn } from "./zh-cn/training.ts";
import { uploadZhCn } from "./zh-cn/upload.ts";
import { webhooksZhCn } from "./zh-cn/webhooks.ts";
import { wordsZhCn } from "./zh-cn/words.ts";

/** All of the console's texts in Chinese; their keys are the keys there are. */
export const zhCn = {
  ...wordsZhCn,
  ...shellZhCn,
  ...settingsZhCn,
  ...trainingZhCn,
  ...accountZhCn,
  ...actionZhCn,
  ...apiKeysZhCn,
  ...approvalsZhCn,
  ...auditZhCn,
  ...samplesZhCn,
  ...caseZhCn,
  ...clockZhCn,
  ...dataZhCn,
  ...newCaseZhCn,
  ...noticesZhCn,
  ...insightZhCn,
  ...outlookZhCn,
  ...eventsZhCn,
  ...exportsZhCn,
  ...deskLogZhCn,
  ...listsZhCn,
  ...partiesZhCn,
  ...partsZhCn,
  ...paletteZhCn,
  ...pickZhCn,
  ...policiesZhCn,
  ...peopleZhCn,
  ...rolesZhCn,
  ...queueZhCn,
  ...threadsZhCn,
  ...roomsZhCn,
  ...calendarsZhCn,
  ...registryZhCn,
  ...webhooksZhCn,
  ...providersZhCn,
  ...supervisorZhCn,
  ...uploadZhCn,
} as const;
