const points = { type: "integer", minimum: 0 } as const;
const instant = { type: "string", format: "date-time" } as const;

const activity = {
  type: "object",
  additionalProperties: false,
  required: ["id", "title", "place", "startsAt", "endsAt", "points"],
  properties: {
    id: { type: "string", format: "uuid" },
    title: { type: "string" },
    place: { type: "string" },
    startsAt: instant,
    endsAt: instant,
    points: { ...points, description: "What taking part gives." },
  },
} as const;

/** The shapes of the portal's API, as OpenAPI 3.1 (JSON Schema 2020-12). */
export const schemas = {
  Summary: {
    type: "object",
    additionalProperties: false,
    required: ["balance", "nextExpiry", "unread", "today"],
    properties: {
      balance: {
        ...points,
        description: "Points in the wallet, as the member's own home shows them; one is worth one yen.",
      },
      nextExpiry: {
        description: "The points that end next and their last day; null where none end.",
        anyOf: [
          {
            type: "object",
            additionalProperties: false,
            required: ["points", "on"],
            properties: { points, on: { type: "string", format: "date" } },
          },
          { type: "null" },
        ],
      },
      unread: { ...points, description: "Announcements not opened yet. None is published yet, so this is 0." },
      today: {
        type: "array",
        maxItems: 20,
        items: activity,
        description: "Activities not over yet that begin by the end of today.",
      },
    },
  },
  Problem: {
    type: "object",
    additionalProperties: false,
    required: ["type", "title", "status", "code"],
    properties: {
      type: { type: "string" },
      title: { type: "string" },
      status: { type: "integer" },
      code: { type: "string", description: "Stable name of what is wrong." },
    },
  },
} as const;

const meanings = {
  400: "The logout token is missing or does not hold.",
  401: "No access token, or one that does not hold.",
  403: "The access token lacks the scope.",
  404: "The person is no member here.",
  429: "Too many requests; Retry-After says when to come back.",
  503: "The issuer's keys cannot be fetched now, or the service is down; Retry-After says when to come back.",
} as const;

const withHeader: Partial<Record<keyof typeof meanings, string>> = {
  401: "WWW-Authenticate",
  403: "WWW-Authenticate",
  429: "Retry-After",
  503: "Retry-After",
};

/** The error answers of an operation, each a problem (RFC 9457). */
export const errorAnswers = (statuses: `${keyof typeof meanings}`[]) =>
  Object.fromEntries(
    statuses.map((status) => {
      const header = withHeader[status];
      return [
        status,
        {
          description: meanings[status],
          ...(header && { headers: { [header]: { schema: { type: "string" } } } }),
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      ];
    }),
  );
