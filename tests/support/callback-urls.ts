const HOSTS = ["evil.example", "ëvil.example", "xn--vil-fla.example", "komapo.example.evil.example", "[::1]", "127.1"];
const GLUES = [
  "//",
  "/\\",
  "\\\\",
  "///",
  "/%2f",
  "%2f%2f",
  "/%5c",
  "/\t/",
  "/\n/",
  "/\r\n/",
  "\t//",
  " //",
  "/./",
  "/../",
  "/;/",
  "/.",
  "https:",
  "https:/",
  "https://",
  "HTTP://",
  "http:\\\\",
  "https://localhost@",
  "https://localhost:3000@",
  "https://localhost%2f@",
  "/me@",
  "/me//",
  "/me?next=//",
  "/me#//",
  "/me/..//",
  "/e/../../",
  "/scan\u0000//",
  "/scan\u2028//",
  "／／",
  "/／",
  "。",
  "/shops/%2e%2e/",
];
const SCHEMES = [
  "javascript:",
  "JaVaScRiPt:",
  "java\tscript:",
  "data:text/html,",
  "vbscript:",
  "file:///",
  "blob:",
  "ftp://",
];
const TAILS = ["", "/", "/me", "?x=1", "#x", ":443/", "/%0d%0aSet-Cookie:x=1"];

const everyGlue = GLUES.flatMap((glue) => HOSTS.flatMap((host) => TAILS.map((tail) => `${glue}${host}${tail}`)));
const everyScheme = SCHEMES.flatMap((scheme) =>
  ["alert(1)", "//evil.example/%0aalert(1)"].map((rest) => scheme + rest),
);

/** At least 500 addresses with which somebody would lead a sign-in away from the site: every trick with every host, thinned evenly. */
export const callbackUrls: string[] = [...everyScheme, ...everyGlue.filter((_, index) => index % 3 !== 1)].slice(
  0,
  1200,
);
