/** The bytes of an uploaded file; undefined where none was chosen: a browser then sends one without bytes, whose name nobody can rely on. */
export async function readUpload(form: unknown, name: string): Promise<Uint8Array | undefined> {
  const sent = form instanceof FormData ? form.get(name) : undefined;
  return sent instanceof File && sent.size > 0 ? new Uint8Array(await sent.arrayBuffer()) : undefined;
}
