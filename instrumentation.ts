import type { Instrumentation } from "next";

/** Before the first request: the settings are complete and the database is one to keep points in, or the app does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { refuseToStart } = await import("@/lib/jobs/refuse-to-start");
  try {
    const { startServing } = await import("@/lib/jobs/start-serving");
    await startServing();
  } catch (thrown) {
    refuseToStart(thrown);
  }
}

/** Every error of a page, action or route that nobody caught, with the number that the person was shown (`digest`) and the request's own. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { describeFault, logFault } = await import("@/lib/log");
  const { noteFault } = await import("@/lib/auth/note-request");
  const requestId = String(request.headers["x-request-id"] ?? "");
  noteFault(requestId, describeFault(error).code);
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  logFault(error, { requestId, digest, route: context.routePath });
};
