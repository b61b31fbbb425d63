import { extname } from "node:path";
import type { Gate } from "./gate";
import { lineAt, listFiles, readText } from "./tree";

const pictures = new Set([".png", ".jpg", ".jpeg", ".webp", ".ico", ".woff2", ".zip", ".pdf"]);

/** The hosts are put together here, so that this file does not name them. */
const hosts = ["registry.npmjs", "registry.yarnpkg", "www.npmjs", "deb.debian", "security.debian", "binaries.prisma"];

const forbidden: { pattern: RegExp; why: string; where: (file: string) => boolean }[] = [
  { pattern: new RegExp(`(?:${hosts.join("|")})\\.(?:org|com|sh)`), why: "names a registry", where: () => true },
  {
    pattern: /(?<![\w.@)\]}-])\/(?:root|home|Users|work)\/[\w.-]+|[A-Z]:\\Users\\/,
    why: "names a folder of one machine",
    where: () => true,
  },
  {
    pattern: /\.\.\/shared\b/,
    why: "reads a folder outside the checkout",
    where: (file) => !/\.test\.ts$|^bench\/|^e2e\//.test(file),
  },
  { pattern: /"resolved":/, why: "names where a package came from", where: (file) => file === "package-lock.json" },
];

/** The tree names no registry and no place on one person's machine. */
export const privateNames: Gate = {
  name: "private-names",
  check(root) {
    const files = listFiles(root).filter((file) => !pictures.has(extname(file)));
    const findings = files.flatMap((file) => {
      const text = readText(root, file);
      return forbidden
        .filter(({ where }) => where(file))
        .flatMap(({ pattern, why }) => {
          const match = pattern.exec(text);
          return match ? [`${file}:${lineAt(text, match.index)}: ${why} (${match[0]})`] : [];
        });
    });
    return Promise.resolve({ looked: `${files.length} files`, findings });
  },
};
