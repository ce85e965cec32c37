import type { InEnglish } from "../dictionary.ts";
import type { peopleZhCn } from "../zh-cn/people.ts";

export const peopleEn: InEnglish<typeof peopleZhCn> = {
  people: {
    title: "People",
    invite: "Invite somebody",
    sendInvitation: "Send the invitation",
    invited: "The invitation is on its way to {{email}}. It is good for 7 days.",
    find: "Name or e-mail",
    name: "Name",
    email: "E-mail",
    emailHint: "The link for setting a password goes there; they sign in with it too.",
    language: "Language of notices",
    role: "Role",
    everyRole: "Every role",
    standing: "Standing",
    everyStanding: "Everybody",
    merchant: "Merchant they answer for",
    bank: "Bank they rule for",
    choose: "Choose",
    person: "Colleague",
    gone: "There is no such person.",
    yourself: "This is you. Your own role and standing are for another administrator to change.",
    empty: "Nobody matches",
    emptyHint: "Try other filters, or invite somebody.",
    invitedUntil: "The invitation is good until {{until}}",
    invitationMail: {
      WAITING: "The invitation of {{at}} waits to be sent",
      DELIVERED: "The invitation of {{at}} was sent",
      DEAD: "The invitation of {{at}} could not be delivered. Check the address, then invite again.",
      SUPPRESSED: "The invitation of {{at}} was not sent: this desk sends no e-mail.",
    },
    invitationOver: "The invitation has expired. Send it again.",
    openCases_other: "Has {{count}} open cases",
    openCases_one: "Has {{count}} open case",
    movedCases_other: "{{count}} cases changed hands",
    movedCases_one: "{{count}} case changed hands",
    heir: "Who takes over",
    heirOfBoth_other:
      "{{count}} open cases, and findings of the audit not put right yet. With nobody chosen, cases go back to unassigned and findings to whoever raised them.",
    heirOfBoth_one:
      "{{count}} open case, and findings of the audit not put right yet. With nobody chosen, the case goes back to unassigned and findings to whoever raised them.",
    heirOfCases_other: "{{count}} open cases. With nobody chosen, they go back to unassigned.",
    heirOfCases_one: "{{count}} open case. With nobody chosen, it goes back to unassigned.",
    heirOfFindings:
      "Findings of the audit not put right yet, if there are any. With nobody chosen, they go to whoever raised them.",
    noHeir: "Nobody yet",
    reason: "Reason",
    history: "History",
    state: { ACTIVE: "At work", INVITED: "Invited", SUSPENDED: "Suspended", LEFT: "Left" },
    move: {
      changeStaffRole: "Change role",
      inviteStaffAgain: "Invite again",
      suspendStaff: "Suspend",
      reinstateStaff: "Reinstate",
      endStaff: "Offboard",
    },
    moveHint: {
      changeStaffRole:
        "Counts from their next request on. Where the new role works no cases, open ones change hands too; where it reads nothing of colleagues, so do findings of the audit.",
      inviteStaffAgain: "Sends a fresh link; the old one stops working.",
      suspendStaff:
        "Signed out everywhere at once, and cannot sign in for now. Open cases and findings of the audit are handed over in the same step; if any case cannot move, nothing changes.",
      reinstateStaff: "They can sign in again, with the same role and scope.",
      endStaff:
        "Signed out everywhere at once, API keys revoked, open cases and findings of the audit handed over. If any case cannot move, nothing changes.",
    },
    event: {
      INVITED: "Invited as {{role}}",
      JOINED: "Set a password and joined as {{role}}",
      INVITE_AGAIN: "Invited again as {{role}}",
      CHANGE_ROLE: "Role changed to {{role}}",
      SUSPEND: "Suspended",
      REINSTATE: "Reinstated",
      LEAVE: "Left",
    },
  },
  join: {
    title: "Join the desk",
    welcome: "Welcome, {{name}}. Choose the password that you will sign in with.",
    password: "New password",
    passwordHint: "12 characters or more. A few unrelated words make a good one.",
    submit: "Set the password and sign in",
    gone: "This invitation was used, withdrawn or has expired. Ask your administrator to send it again.",
    unreached: "The server cannot be reached, so no password is set yet. Check the network and try again.",
    broken: "The server failed, and the password may not be set. Please try again later.",
  },
};
