// The architecture, as rules that fail the build. Read top to bottom: pure core, features, shell, wire, web.

/** In the order in which they may know each other: a lower one never imports a higher one. */
const FEATURES = [
  "staff",
  "settings",
  "merchants",
  "approvals",
  "transactions",
  "clocks",
  "evidence",
  "policies",
  "cases",
  "calendars",
  "threads",
  "ledger",
  "providers",
  "refunds",
  "disputes",
  "referrals",
  "roles",
  "training",
  "notices",
  "risk",
  "audit",
  "exports",
  "desk",
  "insight",
];
const PURE = "^server/(kernel|[^/]+/domain)/";
/** Tables of values that the world agreed on, nothing else. */
const VALUE_PACKAGES = "node_modules/(chinese-days|currency-codes)/";
const FEATURE = `^server/(${FEATURES.join("|")})/`;
const WEB_FEATURE = "^web/(?!ui/|graphql/|i18n/|pick/|pages/)([^/]+)/";
const WIRE_FILE = "\\.(type|input|result|resolver)\\.ts$";
/** The files by which a higher feature may change what a lower one owns, room by room. Every other action is its room's own. */
const DOORS = `^server/(${[
  // A case: opened, changed by the one door, and who hears of it.
  "cases/actions/(open-case|perform-case-action|perform-on-latest|move-by-request|announce-case|import-requests|put-off-clock)",
  // What waits for agreement: opened, spoken on and closed by whatever it is about.
  "approvals/actions/(request-approval|write-decision|close-request|decide-approval|tell-of-request)",
  // Money held on a transaction, and files read in whatever rows they hold.
  "transactions/actions/(hold-money|begin-import|run-import|record-batch|drop-upload|give-up-import|import-settlement)",
  // A case of the past kept as a test of a policy.
  "policies/actions/keep-policy-test",
  // A ticket to upload with, what came by it, and the file that it is at last.
  "evidence/actions/(issue-ticket|keep-part|receive-file|keep-file)",
  // The outbox; rooms below it have it in their context.
  "notices/actions/write-notice",
].join("|")})\\.ts$`;
/** What puts the house together, and so may know every room. */
const COMPOSITION = "^server/([^/]+\\.ts$|demo/)";

const never = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

/** One rule a feature: it knows none of those after it. */
const featureOrder = FEATURES.slice(0, -1).map((feature, index) =>
  never(
    `${feature}-knows-nothing-above-it`,
    `${feature} may import ${["kernel", "platform", ...FEATURES.slice(0, index)].join(", ")}; what it must know of a later one is handed to it as a fact.`,
    { path: `^server/${feature}/` },
    { path: `^server/(${FEATURES.slice(index + 1).join("|")})/` },
  ),
);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    never(
      "domain-is-pure",
      "Rules see values only: no package, no Node, no shell.",
      { path: PURE },
      { pathNot: [PURE, VALUE_PACKAGES] },
    ),
    never(
      "only-the-kernel-reads-tables-of-values",
      "A rule that needs a calendar or a currency asks the kernel's or the clocks' words for it.",
      { path: "^server/[^/]+/domain/", pathNot: "^server/(kernel|clocks/domain)/" },
      { path: VALUE_PACKAGES },
    ),
    never(
      "kernel-stands-alone",
      "The kernel knows no feature.",
      { path: "^server/kernel/" },
      { path: "^server/(?!kernel/)" },
    ),
    never("no-cycles", "Every import points one way, types included.", {}, { circular: true }),
    never(
      "no-barrels",
      "Import the file that says it.",
      { path: "^(server|web|test)/" },
      { path: "^(server|web|test)/.*/index\\.tsx?$" },
    ),
    ...featureOrder,
    never(
      "platform-knows-no-feature",
      "The outside world serves whoever asks.",
      { path: "^server/(platform|graphql)/", pathNot: "^server/platform/database/" },
      { path: `^server/(${FEATURES.join("|")})/`, pathNot: "^server/[^/]+/domain/" },
    ),
    never(
      "features-meet-below-actions",
      "A feature may use another's rules, entities, queries and doors; nothing else of it.",
      { path: FEATURE },
      { path: `^server/(${FEATURES.join("|")})/(actions|jobs)/`, pathNot: ["^server/$1/", DOORS] },
    ),
    never(
      "storage-below-actions",
      "Only entities, actions, queries, jobs and the platform touch the database.",
      {
        path: "^server/",
        pathNot: ["^server/(platform/|[^/]+/(actions|queries|jobs)/|.*\\.entity\\.ts$)", COMPOSITION],
      },
      { path: "node_modules/(@mikro-orm|pg)/" },
    ),
    never(
      "wire-above-actions",
      "Only types, inputs, results, resolvers and server/graphql speak GraphQL.",
      { path: "^server/", pathNot: ["^server/graphql/", COMPOSITION, WIRE_FILE] },
      { path: "node_modules/(type-graphql|graphql|@apollo)/" },
    ),
    never(
      "resolvers-are-the-top",
      "Only the schema names resolvers.",
      { path: "^server/", pathNot: COMPOSITION },
      { path: "\\.(resolver|route)\\.ts$" },
    ),
    never(
      "wire-sees-entity-types-only",
      "A resolver maps; it never builds or loads an entity.",
      { path: WIRE_FILE },
      { path: "\\.entity\\.ts$", dependencyTypesNot: ["type-only"] },
    ),
    never(
      "actions-do-not-know-the-wire",
      "A job or a test can call an action as well as a resolver can.",
      { path: "^server/[^/]+/(domain|actions|queries|jobs)/" },
      { path: WIRE_FILE },
    ),
    never(
      "queries-only-read",
      "A read calls no action; whoever acts may read.",
      { path: "^server/[^/]+/queries/" },
      { path: "^server/[^/]+/(actions|jobs)/" },
    ),
    never(
      "one-reader-of-start-up-files",
      "What `npm start` runs before the desk is no part of the desk.",
      { path: "^(server/(?!bin/)|web/(?!bin/))" },
      { path: "^(server|web)/bin/" },
    ),
    never(
      "web-knows-only-the-schema",
      "The schema is the whole contract.",
      { path: "^web/" },
      { path: "^(server|test)/" },
    ),
    never("server-knows-no-web", "The server serves any client.", { path: "^server/" }, { path: "^(web|test)/" }),
    never(
      "web-features-are-islands",
      "Pages compose features; features do not import each other.",
      { path: WEB_FEATURE },
      { path: WEB_FEATURE, pathNot: "^web/$1/" },
    ),
    never(
      "pages-are-the-top",
      "Nothing but the app imports a page.",
      { path: "^web/(?!pages/|app\\.tsx$|main\\.tsx$)" },
      { path: "^web/pages/" },
    ),
    never(
      "ui-is-plain",
      "Primitives take values, not fragments.",
      { path: "^web/ui/" },
      { path: "(^web/(?!ui/|i18n/)|node_modules/(urql|@urql|gql\\.tada)/)" },
    ),
    never(
      "pickers-are-below-features",
      "Whoever chooses a merchant or a colleague, in any feature, chooses in the same way.",
      { path: "^web/pick/" },
      { path: "^web/(?!pick/|ui/|graphql/|i18n/)" },
    ),
    never(
      "no-orphans",
      "A file nobody reads is deleted.",
      { orphan: true, path: "^(server|web)/", pathNot: ["\\.d\\.ts$", "\\.config\\.ts$", "^(server|web)/bin/"] },
      {},
    ),
    // `?url` is the bundler's: the file's address rather than its content.
    never(
      "resolvable",
      "Every import leads somewhere.",
      {},
      { couldNotResolve: true, pathNot: "\\.(wasm|mjs)\\?url$" },
    ),
    never(
      "declared",
      "Every package that is imported is listed in package.json.",
      { path: "^(server|web|test)/" },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
    never(
      "nothing-of-development-at-run-time",
      "What only development installs is not there in production.",
      { path: "^(server|web)/", pathNot: "\\.config\\.ts$" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
    ),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "node", "default"] },
  },
};
