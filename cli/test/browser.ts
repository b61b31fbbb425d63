import { chromium } from "@playwright/test";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { systemChromium } from "../local/chromium";

/** Installs the browser of the tests where there is none: Debian's package as root, else Playwright's own. */
export async function installBrowser(): Promise<void> {
  if (systemChromium() || existsSync(chromium.executablePath())) return;
  const isDebian = existsSync("/usr/bin/apt-get");
  if (process.getuid?.() === 0 && isDebian) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-qq", "-y", "--no-install-recommends", "chromium"]);
  } else {
    run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "--with-deps", "chromium"]);
  }
}

function run(program: string, options: string[]) {
  const { status } = spawnSync(program, options, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  if (status !== 0) throw new Error(`${program} ${options.join(" ")} ended with ${status}`);
}
