export interface EmbeddedPostgres {
  /** `postgres://postgres@127.0.0.1:<port>`, without a database name. */
  url: string;
  dir: string;
  reused: boolean;
  stop(): void;
}
export function freePort(wanted?: number): Promise<number>;
export function startPostgres(options: {
  dir: string;
  fast?: boolean;
  say?: (line: string) => void;
}): Promise<EmbeddedPostgres>;
export function removeCluster(dir: string): void;
