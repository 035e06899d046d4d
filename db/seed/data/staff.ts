import { StaffInput } from "@/lib/staff/input";
import people from "../people.json";

/** The sections of the city hall, in the order in which they are made; the first keeps the points as a whole (主管課). */
export const sections = [
  "政策室",
  "健康推進課",
  "高齢障がい課",
  "福祉政策課",
  "環境政策課",
  "地域活性課",
  "情報政策課",
  "監査委員事務局",
  "会計課",
  "市民課",
] as const;

export type SectionName = (typeof sections)[number];

/** Outside groups (団体) that hold activities of their own. */
export const groups = ["狛江市社会福祉協議会"] as const;

const isGroup = (name: string) => groups.some((group) => group === name);

/** The people who work at /admin in the demo, each with a section or group, roles, and the secret of an authenticator app. */
export const staffPeople = people.flatMap((person) =>
  person.roles
    ? [
        {
          details: StaffInput.parse({
            name: person.name,
            email: person.email,
            section: person.note,
            kind: isGroup(person.note) ? "group" : "section",
            roles: person.roles,
            everywhere: person.everywhere,
          }),
          totp: person.totp,
        },
      ]
    : [],
);
