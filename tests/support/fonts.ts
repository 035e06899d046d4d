import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { checkout } from "../../db/postgres-binaries";

const font = path.join(checkout, "node_modules", "@expo-google-fonts", "biz-udpgothic");

/**
 * A fontconfig file that adds the BIZ UDPGothic of node_modules to the system's fonts, so that Japanese is drawn on machines
 * without a Japanese font (citizens' phones have one). For FONTCONFIG_FILE.
 */
export function writeFontConfig(): string {
  const folder = path.join(checkout, ".data", "fonts");
  const file = path.join(folder, "fonts.conf");
  const system = "/etc/fonts/fonts.conf";
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  ${existsSync(system) ? `<include ignore_missing="yes">${system}</include>` : ""}
  <dir>${font}</dir>
  <cachedir>${path.join(folder, "cache")}</cachedir>
  <match target="pattern"><edit name="family" mode="append_last"><string>BIZ UDPGothic</string></edit></match>
</fontconfig>
`,
  );
  return file;
}
