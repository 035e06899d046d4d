import { errorAnswers, schemas } from "./describe-schemas";

export type ApiFacts = {
  /** Where it is served, which is also whom an access token must be meant for. */
  address: string;
  scope: string;
};

/** The portal's API in OpenAPI 3.1. */
export function describePortalApi({ address, scope }: ApiFacts) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Portal API",
      version: "1.0.0",
      description:
        "What a city portal shows of its resident's points. The bearer is a JWT access token (RFC 9068, typ at+jwt) of the listed portal's " +
        `issuer, for the audience ${address} and with the scope ${scope}.`,
    },
    servers: [{ url: address }],
    paths: { "/me/summary": { get: summary }, "/backchannel-logout": { post: logout } },
    components: {
      schemas,
      securitySchemes: { portal: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
    },
  };
}

const summary = {
  operationId: "getSummary",
  summary: "The member's balance, what of it ends next, unread announcements and today's activities",
  security: [{ portal: [] }],
  parameters: [{ name: "If-None-Match", in: "header", required: false, schema: { type: "string" } }],
  responses: {
    200: {
      description: "As it stands now. Times are instants in UTC; days are those of Asia/Tokyo.",
      headers: {
        ETag: { schema: { type: "string" } },
        "Cache-Control": { schema: { type: "string", const: "private, no-cache" } },
      },
      content: { "application/json": { schema: { $ref: "#/components/schemas/Summary" } } },
    },
    304: { description: "Nothing has changed since the answer with that ETag." },
    ...errorAnswers(["401", "403", "404", "429", "503"]),
  },
};

const logout = {
  operationId: "backchannelLogout",
  summary: "OpenID Connect Back-Channel Logout 1.0: ends the sessions that the provider opened here",
  requestBody: {
    required: true,
    content: {
      "application/x-www-form-urlencoded": {
        schema: { type: "object", required: ["logout_token"], properties: { logout_token: { type: "string" } } },
      },
    },
  },
  responses: {
    200: { description: "The sessions have ended, or had before." },
    ...errorAnswers(["400", "429", "503"]),
  },
};
