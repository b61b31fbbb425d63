import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The system's own Chromium (Debian's package), where there is one. */
export function systemChromium(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return folders.map((folder) => join(folder, "chromium")).find((file) => existsSync(file));
}

/** Options for launching it: no calls of its own to the network, and no sandbox as root, who cannot have one. */
export function chromiumOptions() {
  const executablePath = systemChromium();
  const isRoot = process.getuid?.() === 0;
  return {
    ...(executablePath && { executablePath }),
    args: [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(isRoot ? ["--no-sandbox"] : []),
    ],
  };
}
