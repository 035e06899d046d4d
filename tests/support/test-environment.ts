/** Settings for tests: well-formed, of no value outside them. */
export const testEnvironment = {
  DATABASE_URL: "postgres://komapo_app@127.0.0.1:1/none",
  APP_ORIGIN: "http://localhost:3000",
  AUTH_SECRET: "a secret that only the tests know, 32 or longer",
  FIELD_KEYS: `t2:${Buffer.alloc(32, 2).toString("base64")},t1:${Buffer.alloc(32, 1).toString("base64")}`,
  INDEX_KEY: Buffer.alloc(32, 3).toString("base64"),
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "こまポ <no-reply@komapo.example>",
  OIDC_PORTAL_SECRET: "a secret that the portal and the tests know",
  LOG_LEVEL: "silent",
};
