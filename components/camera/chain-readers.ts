/** Reads the QR code of a picture; undefined where there is none. */
export type QrReader<Picture = HTMLCanvasElement> = (picture: Picture) => Promise<string | undefined>;

/** Starts a decoder; undefined where the browser has none of its kind. */
export type ReaderLoader<Picture = HTMLCanvasElement> = () => Promise<QrReader<Picture> | undefined>;

type Started<Picture> = { read: QrReader<Picture>; rest: ReaderLoader<Picture>[] };

/** The first decoder that starts, and those behind it; where none does, what the last one died of. */
async function startFirst<Picture>(loaders: ReaderLoader<Picture>[], failure: unknown): Promise<Started<Picture>> {
  const [load, ...rest] = loaders;
  if (!load) throw failure;
  let fault = failure;
  try {
    const read = await load();
    if (read) return { read, rest };
  } catch (thrown) {
    fault = thrown;
  }
  return startFirst(rest, fault);
}

/**
 * One reader made of several decoders, best first. Some phones hand out a decoder that starts and then cannot read, so one that fails at a
 * picture is left for good and the next is given the same picture. Only the last one's failure is the reader's.
 */
export async function chainReaders<Picture>(loaders: ReaderLoader<Picture>[]): Promise<QrReader<Picture>> {
  let started = await startFirst(loaders, new Error("No decoder starts in this browser."));
  return async function read(picture): Promise<string | undefined> {
    try {
      return await started.read(picture);
    } catch (thrown) {
      started = await startFirst(started.rest, thrown);
      return read(picture);
    }
  };
}
