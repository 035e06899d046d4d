/** Names of fields that hold what is nobody's business in the trail: who a person is, and what opens a door. */
const PERSONAL = /e-?mail|token|secret|password|cookie|hash|encrypted|born|birth|family|given|nickname|typedCode/i;
const ADDRESS = /[\w.+-]+@[\w-]+\.[\w.]+/;
/** The 128-bit id of a code or card, and the typed key to it. */
const TOKEN = /^[\w-]{22}$|^[0-9A-Z]{4}-[0-9A-Z]{4}$/;

function faultOf(name: string, value: unknown): string[] {
  if (typeof value === "object" && value !== null) return findAuditSecrets(value, `${name}.`);
  const text = String(value);
  return PERSONAL.test(name) || ADDRESS.test(text) || TOKEN.test(text) ? [`${name}: ${text}`] : [];
}

/** What of an audit entry's before or after is personal or secret, as `field: value`. */
export const findAuditSecrets = (told: unknown, path = ""): string[] =>
  typeof told === "object" && told !== null
    ? Object.entries(told).flatMap(([name, value]) => faultOf(`${path}${name}`, value))
    : [];
