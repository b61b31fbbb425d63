import { chromium } from "@playwright/test";
import { existsSync } from "node:fs";
import { systemChromium } from "../local/chromium";
import { installPackage, isDebianRoot, run } from "./debian";

/** Installs the browser of the tests where there is none: Debian's package as root, else Playwright's own. */
export async function installBrowser(): Promise<void> {
  if (systemChromium() || existsSync(chromium.executablePath())) return;
  if (isDebianRoot()) installPackage("chromium");
  else run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "--with-deps", "chromium"]);
}
