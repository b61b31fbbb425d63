import type { Instrumentation } from "next";

/** What Next does before it serves the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("@/server/start");
  await startServer();
}

/** What Next does when a page, a form or an address of the interface failed. */
export const onRequestError: Instrumentation.onRequestError = async (error, _request, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportFailure } = await import("@/server/start");
  reportFailure(error, { route: routePath, type: routeType });
};
