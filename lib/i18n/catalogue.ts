import errors from "./messages/ja/errors.json";
import help from "./messages/ja/help.json";
import shell from "./messages/ja/shell.json";
import ui from "./messages/ja/ui.json";

/** Every namespace of a locale, one line per file. Japanese is the pattern that each other locale must fill. */
export const ja = { errors, help, shell, ui };

export const catalogues = { ja };

export type Locale = keyof typeof catalogues;
export type Messages = typeof ja;
export type Namespace = keyof Messages;

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
