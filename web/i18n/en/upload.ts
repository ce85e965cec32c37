import type { InEnglish } from "../dictionary.ts";
import type { uploadZhCn } from "../zh-cn/upload.ts";

export const uploadEn: InEnglish<typeof uploadZhCn> = {
  upload: {
    photo: "Take a photo",
    ways: "You can also drop them anywhere on this page, or paste.",
    waysByFinger: "Photograph them, or choose them from this device.",
    drop: "Let go to add to this case ({{kind}})",
    waiting: "Waiting its turn",
    paused: "The connection broke at {{share}}. It goes on by itself.",
    done: "The file was added",
    there: "The case has this file already, as {{name}}",
    unreached: "The file did not arrive. Check the network and try again.",
    cancelled: "Cancelled; the file was not added",
    tooLarge: "Larger than {{size}}, so it was not sent",
    typeNotTaken: "Only pictures and PDF are taken, so it was not sent",
    empty: "The file is empty, so it was not sent",
    cancel: "Cancel",
    cancelOf: "Cancel {{name}}",
    again: "Try again",
    againOf: "Try {{name}} again",
    dismiss: "Dismiss",
    dismissOf: "Dismiss {{name}}",
  },
  look: {
    tools: "Viewing tools",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    whole: "Fit the window",
    turn: "Turn",
    keys: "+ and − zoom, R turns, 0 fits, arrows move; or drag, and zoom with the wheel",
    previous: "Previous page",
    next: "Next page",
    page: "Page {{page}} of {{pages}}",
    broken: "This PDF cannot be shown here. Download it to read it.",
  },
};
