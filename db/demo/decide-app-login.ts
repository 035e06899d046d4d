export const appLoginRefusal =
  "The role komapo_app on the server of DATABASE_URL does not let this demo in, and its password stays as it is because another komapo database there may use it: give komapo_app's own address as DATABASE_URL, and the one you gave as MIGRATION_DATABASE_URL.";

/**
 * How a demo comes to the app's role. Roles belong to the whole server, so one that somebody has arranged is never changed. Where the
 * server asks for no password (`trust`), any logs in, and nothing has to be set. `mayBeArranged`: it has a password or may not log in, or that cannot be seen.
 */
export function decideAppLogin(role: { logsIn: boolean; mayBeArranged: boolean }): "use" | "set" | "refuse" {
  if (role.logsIn) return "use";
  return role.mayBeArranged ? "refuse" : "set";
}
