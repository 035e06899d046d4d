const junk = [
  "x",
  "%00",
  "..%2f..",
  "'",
  "00000000-0000-0000-0000-000000000000",
  "A".repeat(22),
  "９".repeat(100),
  "%F0%9F%92%B4",
];
const names = [
  "to",
  "after",
  "before",
  "page",
  "from",
  "until",
  "month",
  "view",
  "state",
  "category",
  "programme",
  "done",
  "section",
  "q",
];

/** The same address with another id, and with what lists are asked by. */
export function spoiltPaths(path: string): string[] {
  const bare = path.split("?")[0];
  const asked = (value: string) => names.map((name) => `${name}=${value}`).join("&");
  const encoded = junk.map((value) => encodeURIComponent(decodeURIComponent(value)));
  const spoilt = encoded.flatMap((value) => [path.replace(/[^/?]{22,}/, value), `${bare}?${asked(value)}`]);
  const unreadable = path.replace(/[^/?]{22,}/, "%E0%A4%A");
  return [...spoilt, unreadable, `${bare}?${asked("x")}&${asked("y")}`];
}
