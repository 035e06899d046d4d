import type { Page } from "@playwright/test";

/** What the address of the page ends in: the id of what it shows. */
export const idOf = (page: Page): string => new URL(page.url()).pathname.split("/").at(-1) ?? "";
