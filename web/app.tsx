import type { i18n } from "i18next";
import { useMemo, useState } from "react";
import { I18nextProvider } from "react-i18next";
import { createBrowserRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { Provider } from "urql";
import { makeClient } from "./graphql/client.ts";
import type { Answers } from "./graphql/last-read.ts";
import { endSession } from "./graphql/session.ts";
import { useLanguage } from "./i18n/use-language.ts";
import { CrashPage } from "./pages/CrashPage.tsx";
import { HomePage } from "./pages/HomePage.tsx";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { SignInPage } from "./pages/SignInPage.tsx";
import { Shell } from "./shell/Shell.tsx";
import { signInAddress } from "./shell/sign-in-address.ts";

/** Every page of the console, each fetched when it is first opened. */
const router = createBrowserRouter([
  { path: "/sign-in", Component: SignInPage, ErrorBoundary: CrashPage },
  { path: "/join/:token", lazy: async () => ({ Component: (await import("./pages/JoinPage.tsx")).JoinPage }) },
  {
    path: "/",
    Component: Shell,
    HydrateFallback: Blank,
    ErrorBoundary: CrashPage,
    children: [
      { index: true, Component: HomePage },
      { path: "queue", lazy: async () => ({ Component: (await import("./pages/QueuePage.tsx")).QueuePage }) },
      { path: "answers", lazy: async () => ({ Component: (await import("./pages/PartyPage.tsx")).PartyPage }) },
      {
        path: "notices/wordings",
        lazy: async () => ({ Component: (await import("./pages/WordingsPage.tsx")).WordingsPage }),
      },
      { path: "cases", lazy: async () => ({ Component: (await import("./pages/CasesPage.tsx")).CasesPage }) },
      { path: "cases/new", lazy: async () => ({ Component: (await import("./pages/NewCasePage.tsx")).NewCasePage }) },
      { path: "cases/:number", lazy: async () => ({ Component: (await import("./pages/CasePage.tsx")).CasePage }) },
      { path: "mentions", lazy: async () => ({ Component: (await import("./pages/MentionsPage.tsx")).MentionsPage }) },
      {
        path: "approvals",
        lazy: async () => ({ Component: (await import("./pages/ApprovalsPage.tsx")).ApprovalsPage }),
      },
      {
        path: "transactions",
        lazy: async () => ({ Component: (await import("./pages/TransactionsPage.tsx")).TransactionsPage }),
      },
      {
        path: "transactions/:id",
        lazy: async () => ({ Component: (await import("./pages/TransactionPage.tsx")).TransactionPage }),
      },
      { path: "refunds", lazy: async () => ({ Component: (await import("./pages/RefundsPage.tsx")).RefundsPage }) },
      { path: "disputes", lazy: async () => ({ Component: (await import("./pages/DisputesPage.tsx")).DisputesPage }) },
      {
        path: "referrals",
        lazy: async () => ({ Component: (await import("./pages/ReferralsPage.tsx")).ReferralsPage }),
      },
      { path: "imports", lazy: async () => ({ Component: (await import("./pages/ImportPage.tsx")).ImportPage }) },
      {
        lazy: async () => ({ Component: (await import("./pages/RoomDoor.tsx")).RoomDoor }),
        children: [
          {
            path: "supervisor",
            lazy: async () => ({ Component: (await import("./pages/SupervisorPage.tsx")).SupervisorPage }),
          },
          {
            path: "templates",
            lazy: async () => ({ Component: (await import("./pages/TemplatesPage.tsx")).TemplatesPage }),
          },
          { path: "notices", lazy: async () => ({ Component: (await import("./pages/NoticesPage.tsx")).NoticesPage }) },
          { path: "mailbox", lazy: async () => ({ Component: (await import("./pages/MailboxPage.tsx")).MailboxPage }) },
          { path: "insight", lazy: async () => ({ Component: (await import("./pages/InsightPage.tsx")).InsightPage }) },
        ],
      },
      {
        path: "audit/log",
        lazy: async () => ({ Component: (await import("./pages/audit/AuditLogPage.tsx")).AuditLogPage }),
      },
      {
        path: "audit/exceptions",
        lazy: async () => ({ Component: (await import("./pages/audit/ExceptionsPage.tsx")).ExceptionsPage }),
      },
      {
        path: "audit/samples",
        lazy: async () => ({ Component: (await import("./pages/audit/SamplesPage.tsx")).SamplesPage }),
      },
      {
        path: "audit/samples/:id",
        lazy: async () => ({ Component: (await import("./pages/audit/SamplePage.tsx")).SamplePage }),
      },
      {
        path: "audit/access",
        lazy: async () => ({ Component: (await import("./pages/audit/AccessPage.tsx")).AccessPage }),
      },
      {
        path: "audit/findings",
        lazy: async () => ({ Component: (await import("./pages/audit/FindingsPage.tsx")).FindingsPage }),
      },
      {
        path: "training",
        lazy: async () => ({ Component: (await import("./pages/training/TrainingHomePage.tsx")).TrainingHomePage }),
      },
      {
        path: "training/matrix",
        lazy: async () => ({ Component: (await import("./pages/training/MatrixPage.tsx")).MatrixPage }),
      },
      {
        path: "training/records",
        lazy: async () => ({ Component: (await import("./pages/training/RecordsPage.tsx")).RecordsPage }),
      },
      {
        path: "training/rules",
        lazy: async () => ({ Component: (await import("./pages/training/RulesPage.tsx")).RulesPage }),
      },
      {
        path: "training/import",
        lazy: async () => ({ Component: (await import("./pages/training/ImportRecordsPage.tsx")).ImportRecordsPage }),
      },
      {
        path: "training/assign",
        lazy: async () => ({ Component: (await import("./pages/training/AssignPage.tsx")).AssignPage }),
      },
      {
        path: "training/courses",
        lazy: async () => ({ Component: (await import("./pages/training/CoursesPage.tsx")).CoursesPage }),
      },
      {
        path: "training/courses/:code",
        lazy: async () => ({ Component: (await import("./pages/training/CoursePage.tsx")).CoursePage }),
      },
      {
        path: "training/people/:id",
        lazy: async () => ({ Component: (await import("./pages/training/PersonTrainingPage.tsx")).PersonTrainingPage }),
      },
      {
        path: "training/mine",
        lazy: async () => ({ Component: (await import("./pages/training/MyTrainingPage.tsx")).MyTrainingPage }),
      },
      {
        path: "learn/:code",
        lazy: async () => ({ Component: (await import("./pages/training/LearnPage.tsx")).LearnPage }),
      },
      {
        path: "policies/:name?",
        lazy: async () => ({ Component: (await import("./pages/PoliciesPage.tsx")).PoliciesPage }),
      },
      { path: "account", lazy: async () => ({ Component: (await import("./pages/AccountPage.tsx")).AccountPage }) },
      { path: "exports", lazy: async () => ({ Component: (await import("./pages/ExportsPage.tsx")).ExportsPage }) },
      {
        lazy: async () => ({ Component: (await import("./pages/admin/AdminRoom.tsx")).AdminRoom }),
        children: [
          { path: "people", lazy: async () => ({ Component: (await import("./pages/PeoplePage.tsx")).PeoplePage }) },
          {
            path: "merchants",
            lazy: async () => ({ Component: (await import("./pages/admin/MerchantsPage.tsx")).MerchantsPage }),
          },
          {
            path: "calendars",
            lazy: async () => ({ Component: (await import("./pages/admin/CalendarsPage.tsx")).CalendarsPage }),
          },
          {
            path: "institutions",
            lazy: async () => ({ Component: (await import("./pages/admin/InstitutionsPage.tsx")).InstitutionsPage }),
          },
          {
            path: "api-keys",
            lazy: async () => ({ Component: (await import("./pages/admin/ApiKeysPage.tsx")).ApiKeysPage }),
          },
          {
            path: "providers",
            lazy: async () => ({ Component: (await import("./pages/admin/ProvidersPage.tsx")).ProvidersPage }),
          },
          {
            path: "webhooks",
            lazy: async () => ({ Component: (await import("./pages/admin/WebhooksPage.tsx")).WebhooksPage }),
          },
          {
            path: "settings",
            lazy: async () => ({ Component: (await import("./pages/admin/SettingsPage.tsx")).SettingsPage }),
          },
          { path: "roles", lazy: async () => ({ Component: (await import("./pages/admin/RolesPage.tsx")).RolesPage }) },
        ],
      },
      { path: "*", Component: NotFoundPage },
    ],
  },
]);

/** Nothing, for the moment in which a page's code arrives. */
function Blank() {
  return null;
}

export function App({ i18n }: { readonly i18n: i18n }) {
  return (
    <I18nextProvider i18n={i18n}>
      <Client />
    </I18nextProvider>
  );
}

function Client() {
  const language = useLanguage();
  const [answers] = useState((): Answers => new Map());
  const client = useMemo(
    () =>
      makeClient({
        language,
        answers,
        onSignedOut: () => endSession() || void router.navigate(signInAddress(router.state.location)),
      }),
    [language, answers],
  );
  return (
    <Provider value={client}>
      <RouterProvider router={router} />
    </Provider>
  );
}
