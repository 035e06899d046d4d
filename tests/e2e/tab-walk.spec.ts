import type { Page } from "@playwright/test";
import { expect, test } from "../support/e2e";
import { walkMainWithTab, walkWithTab } from "../support/tab-walk";

const RINGED = "<style>:focus { outline: 3px solid black } [tabindex='-1'] { outline: none }</style>";
const frame = (main: string) =>
  `${RINGED}<a href="#main">skip</a><main id="main" tabindex="-1">${main}</main><a href="/last">last</a>`;
const show = (page: Page, main: string) => page.setContent(frame(main));

test("the walk comes past every kind of thing that takes the focus, and past nothing that does not", async ({
  page,
}) => {
  const parts = [
    '<label>one<input type="radio" name="r"></label><label>two<input type="radio" name="r" checked></label>',
    '<label>un<input type="radio" name="s"></label><label>deux<input type="radio" name="s"></label>',
    '<label>day<input type="date"></label>',
    '<details><summary>more</summary><a href="/in">inside</a></details>',
    '<p contenteditable="true">written</p><button tabindex="-1">roving</button><button disabled>off</button>',
    '<div style="height: 3rem; overflow: auto" tabindex="0"><p style="height: 9rem">long</p></div>',
    "<fieldset disabled><input></fieldset><div inert><button>inert</button></div><button hidden>hidden</button>",
    '<button style="visibility: hidden">unseen</button>',
  ];
  await show(page, parts.join(""));
  const order = await walkWithTab(page);
  const passed = [...new Set(order.map((name) => name.split(" ").slice(1).join(" ")))];
  expect(passed).toEqual(["skip", "two", "un", "day", "more", "written", "long", "last"]);
  expect((await walkMainWithTab(page)).some((name) => name.includes("skip"))).toBe(false);
});

const FAULTS: [fault: string, main: string, says: RegExp][] = [
  ["the focus is lost on the way", '<button onfocus="this.blur()">lost</button><button>after</button>', /after/],
  ["the focus is lost at the page's own beginning", '<button onfocus="this.blur()">lost</button>', /last/],
  [
    "a button is leapt over",
    '<button onfocus="document.getElementById(\'b\').focus()">over</button><button>missed</button><button id="b">b</button>',
    /missed/,
  ],
  [
    "the focus stays",
    '<button onkeydown="event.preventDefault()">trap</button>',
    /trap: the focus goes round or stays/,
  ],
  [
    "the focus goes round",
    '<button id="a">a</button><button onkeydown="event.preventDefault(); document.getElementById(\'a\').focus()">b</button>',
    /a: the focus goes round or stays/,
  ],
];

for (const [fault, main, says] of FAULTS) {
  test(`the walk fails where ${fault}`, async ({ page }) => {
    await show(page, main);
    await expect(walkWithTab(page)).rejects.toThrow(says);
    await show(page, main);
    await expect(walkMainWithTab(page)).rejects.toThrow(says);
  });
}
