import account from "./messages/ja/account.json";
import activities from "./messages/ja/activities.json";
import approvals from "./messages/ja/approvals.json";
import audit from "./messages/ja/audit.json";

import auth from "./messages/ja/auth.json";
import claims from "./messages/ja/claims.json";
import codes from "./messages/ja/codes.json";
import consoleWords from "./messages/ja/console.json";
import counter from "./messages/ja/counter.json";
import errors from "./messages/ja/errors.json";
import factors from "./messages/ja/factors.json";
import goingLive from "./messages/ja/going-live.json";
import grants from "./messages/ja/grants.json";
import help from "./messages/ja/help.json";
import history from "./messages/ja/history.json";
import home from "./messages/ja/home.json";
import idle from "./messages/ja/idle.json";
import invitations from "./messages/ja/invitations.json";
import joining from "./messages/ja/joining.json";
import leaving from "./messages/ja/leaving.json";
import legal from "./messages/ja/legal.json";
import mail from "./messages/ja/mail.json";
import me from "./messages/ja/me.json";
import members from "./messages/ja/members.json";
import memberships from "./messages/ja/memberships.json";
import ownData from "./messages/ja/own-data.json";
import portal from "./messages/ja/portal.json";
import programmes from "./messages/ja/programmes.json";
import providers from "./messages/ja/providers.json";
import receipts from "./messages/ja/receipts.json";
import rewards from "./messages/ja/rewards.json";
import scan from "./messages/ja/scan.json";
import settings from "./messages/ja/settings.json";
import shell from "./messages/ja/shell.json";
import shops from "./messages/ja/shops.json";
import shopsAdmin from "./messages/ja/shops-admin.json";
import spending from "./messages/ja/spending.json";
import staff from "./messages/ja/staff.json";
import ui from "./messages/ja/ui.json";
import usage from "./messages/ja/usage.json";
import ways from "./messages/ja/ways.json";

/** Every namespace of a locale, one line per file. Japanese is the pattern that each other locale must fill. */
export const ja = {
  account,
  idle,
  auth,
  claims,
  errors,
  factors,
  help,
  history,
  home,
  joining,
  leaving,
  legal,
  invitations,
  mail,
  me,
  members,
  portal,
  providers,
  memberships,
  "own-data": ownData,
  receipts,
  rewards,
  settings,
  scan,
  shell,
  shops,
  "shops-admin": shopsAdmin,
  spending,
  activities,
  audit,
  approvals,
  codes,
  counter,
  console: consoleWords,
  "going-live": goingLive,
  grants,
  programmes,
  staff,
  ui,
  usage,
  ways,
};

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
