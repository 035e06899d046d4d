const id = "[0-9a-f-]{36}";
const token = "[A-Za-z0-9_-]{22}";
const news = "[A-Za-z0-9-]{1,64}";

/** Where a sign-in may lead back to. Anything else, whoever asks for it, leads home. */
const resumable = new RegExp(
  `^/(me(?:/[a-z]+(?:-[a-z]+)*){0,2}|history|scan|shops|shops/${id}|receipts/${id}|e/${token}|s/${token}|news/${news})$`,
);

export function decideResume(path: string | null | undefined): string | undefined {
  return path && resumable.test(path) ? path : undefined;
}
