import { request } from "node:http";

export type Sent = { method?: string; headers?: Record<string, string>; body?: Buffer | string };
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** One request with exactly these headers: no browser and no fetch adds or forbids any. */
export function send(origin: string, path: string, { method = "GET", headers = {}, body }: Sent = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = request(
      { hostname, port, path, method, headers: { ...headers, ...length }, agent: false },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () => {
          const flat = Object.entries(answer.headers).map(([name, value]) => [name, [value].flat().join("\n")]);
          resolve({
            status: answer.statusCode ?? 0,
            headers: Object.fromEntries(flat),
            body: Buffer.concat(parts).toString(),
          });
        });
        answer.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}
