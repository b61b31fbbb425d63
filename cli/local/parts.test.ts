import { expect, test, vi } from "vitest";
import { keepParts, type Part } from "./parts";

/** A part that writes into `log` when it is stopped. */
function part(name: string, log: string[]): Part & { end: (how: string) => void } {
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  const stop = async () => {
    log.push(name);
    end("asked to");
    await ended;
  };
  return { ended, stop, end };
}

test("the last part that was started is stopped first, and none of them complains", async () => {
  const log: string[] = [];
  const complain = vi.fn<(reason: string) => void>();
  const { keep, stop } = keepParts(complain);
  for (const name of ["database", "mails", "web"]) keep(name, part(name, log));
  await stop();
  expect(log).toEqual(["web", "mails", "database"]);
  expect(complain).not.toHaveBeenCalled();
});

test("a part that ends by itself is named, with how it ended", async () => {
  const complain = vi.fn<(reason: string) => void>();
  const { keep } = keepParts(complain);
  const web = keep("The web server", part("web", []));
  web.end("code 1");
  await web.ended;
  expect(complain).toHaveBeenCalledExactlyOnceWith("The web server ended by itself (code 1).");
});

test("a part that is ready only after the end is stopped at once", async () => {
  const log: string[] = [];
  const { keep, stop } = keepParts(() => {});
  await stop();
  keep("late", part("late", log));
  expect(log).toEqual(["late"]);
});
