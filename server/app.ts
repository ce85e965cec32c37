import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import operations from "../schema/operations.json" with { type: "json" };
import { sampleReportQuestion } from "./audit/queries/read-sample-report.ts";
import { sampleReportRoutes } from "./audit/sample-report.route.ts";
import { evidenceDownloadRoutes } from "./cases/evidence-download.route.ts";
import { evidenceUploadRoutes } from "./cases/evidence-upload.route.ts";
import { caseFileRoutes } from "./desk/case-file.route.ts";
import { customerPageRoutes } from "./desk/customer-page.route.ts";
import { caseFileQuestion } from "./desk/queries/read-case-file.ts";
import { trackedPageRoutes } from "./desk/tracked-page.route.ts";
import { importers } from "./disputes/importers.ts";
import { exportRoutes } from "./exports/export.route.ts";
import { makeApolloServer } from "./graphql/apollo-server.ts";
import { prepareAsk } from "./graphql/ask-schema.ts";
import { refuseUnknown } from "./graphql/known-operations.ts";
import { streamRoutes } from "./graphql/stream.route.ts";
import { answerRoutes } from "./notices/answer.route.ts";
import type { ReadyConfig } from "./platform/config.ts";
import { addCommonHeaders } from "./platform/http/common-headers.ts";
import { consoleRoutes } from "./platform/http/console.route.ts";
import { endStreams } from "./platform/http/end-streams.ts";
import { healthRoutes } from "./platform/http/health.route.ts";
import { metricsRoute } from "./platform/http/metrics.route.ts";
import { keepToOneAddress } from "./platform/http/one-address.ts";
import { watchRequests } from "./platform/http/watch-requests.ts";
import type { Login } from "./platform/login/login.ts";
import { publicPolicyRoutes } from "./policies/public-policy.route.ts";
import type { House } from "./request-context.ts";
import { requestContextOf } from "./request-context-of.ts";
import { buildApiSchema } from "./schema.ts";
import { invitationRoutes } from "./staff/invitation.route.ts";
import { loginRoutes } from "./staff/login.route.ts";
import { trainingRoutes } from "./training/training.route.ts";
import { importRoutes } from "./transactions/import.route.ts";

export interface AppParts {
  readonly house: House;
  readonly login: Login;
  readonly config: Pick<ReadyConfig, "production" | "trustProxy" | "demo" | "importLimitBytes">;
  /** Where the built console lies; null serves the API alone. */
  readonly consoleFolder: string | null;
}

const LARGEST_QUERY = 256 * 1024;

/** All that the desk serves, on one port: API, log-in, files, console. It listens to nothing by itself. */
export async function buildApp({ house, login, config, consoleFolder }: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: false,
    // Our own proxy's word alone: what stands before it in the header was sent by whoever called, and could name anybody.
    trustProxy: config.trustProxy && ((_address, hop) => hop === 0),
    bodyLimit: LARGEST_QUERY,
    forceCloseConnections: "idle",
    genReqId: () => randomUUID(),
  });
  watchRequests(app, house.log);
  endStreams(app);
  keepToOneAddress(app, login.publicUrl);
  addCommonHeaders(app, login.publicUrl);
  const { production } = config;
  const schema = buildApiSchema();
  const contextOf = (request: FastifyRequest) => requestContextOf(house, login, request);
  const apollo = makeApolloServer({
    schema,
    production,
    operations,
    log: house.log,
    plugins: [fastifyApolloDrainPlugin(app)],
  });
  await apollo.start();
  const judgeDocument = refuseUnknown(operations, production);
  app.route({
    url: "/graphql",
    method: ["GET", "POST", "OPTIONS"],
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => {
        const ctx = await contextOf(request);
        judgeDocument(ctx, request.method === "GET" ? request.query : request.body);
        return ctx;
      },
    }),
  });
  await app.register(streamRoutes({ schema, production, operations, contextOf, publicUrl: login.publicUrl }));
  await app.register(loginRoutes({ db: house.db, login }));
  await app.register(invitationRoutes({ db: house.db, login, clock: house.clock }));
  await app.register(evidenceUploadRoutes(house));
  await app.register(evidenceDownloadRoutes(contextOf));
  await app.register(
    importRoutes({ contextOf, importers, publicUrl: login.publicUrl, mostBytes: config.importLimitBytes }),
  );
  await app.register(exportRoutes(contextOf));
  await app.register(answerRoutes(contextOf));
  await app.register(trainingRoutes({ house, contextOf, publicUrl: login.publicUrl }));
  await app.register(caseFileRoutes(prepareAsk(schema, caseFileQuestion), contextOf));
  await app.register(sampleReportRoutes(prepareAsk(schema, sampleReportQuestion), contextOf));
  await app.register(publicPolicyRoutes(house));
  await app.register(healthRoutes(house));
  await app.register(metricsRoute);
  await app.register(trackedPageRoutes(house, consoleFolder));
  if (consoleFolder !== null) {
    await app.register(customerPageRoutes(house, consoleFolder));
    await app.register(consoleRoutes(consoleFolder));
  }
  return app;
}
