import assert from "node:assert/strict";
import { send } from "../../support/raw-request";
import { act } from "../act";
import type { Promised } from "../proof";

const wanted = { service_name: "めぐポ", unit_name: "コイン", city_name: "見本市", colour_primary: "#7a1f1f" };
/** In milliseconds: a process may go on for three seconds with what it read. */
const SECONDS = 10_000;

async function waitUntil(seen: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  while (!(await seen())) {
    assert.ok(performance.now() - start < SECONDS, "the new settings were not seen in time");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return performance.now() - start;
}

export const settingsEverywhere: Promised = {
  name: "a change of names and colours is on every page and in the manifest within seconds, and taken back in one step",
  async run({ city, people }) {
    const { origin } = city;
    const staffId = people.office.maker;
    const read = async (path: string) => (await send(origin, path, { headers: { accept: "text/html" } })).body;
    const isNamed = (name: string) => async () => (await read("/manifest.webmanifest")).includes(name);
    assert.deepEqual(act(city, "changeSettings", { staffId, ...wanted }), [true]);
    const took = await waitUntil(isNamed("めぐポ"));
    for (const path of ["/", "/help", "/sign-in", "/offline", "/admin/sign-in", "/nowhere"]) {
      const page = await read(path);
      assert.ok(page.includes("めぐポ") && page.includes("#7a1f1f"), `${path} does not show the new settings`);
      assert.doesNotMatch(page, /こまポ|ポイント/, `${path} shows the old ones`);
    }
    assert.deepEqual(act(city, "undoSettings", { staffId }), [true]);
    await waitUntil(isNamed("こまポ"));
    return `${(took / 1000).toFixed(1)} s`;
  },
};
