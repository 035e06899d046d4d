import { expect, test } from "vitest";
import { chainReaders, type QrReader } from "@/components/camera/chain-readers";

/** A decoder that notes each picture it is given. */
function decoder(name: string, asked: string[], read: QrReader<string>) {
  return async () => async (picture: string) => {
    asked.push(`${name} ${picture}`);
    return read(picture);
  };
}

const absent = async () => undefined;
const unable = (message: string) => () => Promise.reject(new Error(message));
const finds = async (picture: string) => `text of ${picture}`;

test("the first decoder that starts reads, and none behind it is started", async () => {
  const asked: string[] = [];
  const untouched = async () => {
    asked.push("started");
    return finds;
  };
  const read = await chainReaders([absent, unable("no start"), decoder("second", asked, finds), untouched]);
  expect([await read("a"), await read("b")]).toEqual(["text of a", "text of b"]);
  expect(asked).toEqual(["second a", "second b"]);
});

test("a decoder that finds nothing is not left for another", async () => {
  const asked: string[] = [];
  const read = await chainReaders([decoder("first", asked, absent), decoder("second", asked, finds)]);
  expect([await read("a"), await read("b")]).toEqual([undefined, undefined]);
  expect(asked).toEqual(["first a", "first b"]);
});

test("a decoder that fails at a picture is left for good, and the next is given the same picture", async () => {
  const asked: string[] = [];
  const read = await chainReaders([
    decoder("first", asked, unable("not installed")),
    absent,
    decoder("second", asked, unable("out of memory")),
    decoder("third", asked, finds),
  ]);
  expect([await read("a"), await read("b")]).toEqual(["text of a", "text of b"]);
  expect(asked).toEqual(["first a", "second a", "third a", "third b"]);
});

test("only the last decoder's failure is the reader's, at a picture as at the start", async () => {
  const read = await chainReaders([decoder("first", [], unable("first")), decoder("last", [], unable("last"))]);
  await expect(read("a")).rejects.toThrow("last");
  const unstarted = await chainReaders([decoder("first", [], unable("first")), unable("no start")]);
  await expect(unstarted("a")).rejects.toThrow("no start");
  await expect(chainReaders([unable("first"), unable("last")])).rejects.toThrow("last");
  await expect(chainReaders([absent])).rejects.toThrow("No decoder starts");
});
