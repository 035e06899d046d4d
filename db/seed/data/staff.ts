import people from "../people.json";

export const sections = ["政策室", "健康推進課", "高齢障がい課", "福祉政策課", "環境政策課", "地域活性課"] as const;

export type SectionName = (typeof sections)[number];

/** The people who work at /admin in the demo, each with a section; the first keeps the points as a whole (主管課). */
export const staffPeople = people
  .filter(({ role }) => role === "staff")
  .map(({ name, email, note }) => ({ name, email, section: note, roles: ["programme"] }));
