import { expect, test } from "../support/journey";
import { words } from "../support/words";

const errors = words("errors");
const shell = words("shell");
const spending = words("spending");

test("without a network an open page says from when it is, a new one says that nothing was spent, and all goes on with the network", async ({
  openDevice,
  citizen,
  offers,
  faults,
}) => {
  faults.expected.push(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const phone = await openDevice({ storageState: citizen.state });
  const till = `/s/${offers.shop.token}`;
  await phone.goto(till);
  await phone.evaluate(() => navigator.serviceWorker.ready);
  const notice = phone.getByText(/いま見えているのは、\d{2}:\d{2}に開いたときの内容/);
  await expect(notice).toBeHidden();

  await phone.context().setOffline(true);
  await expect(notice).toBeVisible();
  await phone.getByLabel(spending("amount.label")).fill("1");
  await phone.getByRole("button", { name: spending("amount.next") }).click();
  await expect(phone.getByRole("heading", { level: 1, name: errors("lost.title") })).toBeVisible();
  await phone.goto("/shops");
  await expect(phone.getByRole("heading", { level: 1, name: shell("offline.title") })).toBeVisible();
  await expect(phone.getByText(shell("offline.points"))).toBeVisible();

  await phone.context().setOffline(false);
  await phone.getByRole("button", { name: shell("offline.retry") }).click();
  await expect(phone).toHaveURL(/\/shops\??$/);
  await phone.goto(till);
  await expect(phone.getByLabel(spending("amount.label"))).toBeVisible();
  await expect(notice).toBeHidden();
});
