import { existsSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "./gate";

const makers: { needs: string; tool: string; args: string[] }[] = [
  // The Prisma client.
  { needs: "cli/generate.mjs", tool: "node", args: ["cli/generate.mjs"] },
  // next-env.d.ts, and the types of Next's routes.
  { needs: "app", tool: "next", args: ["typegen"] },
];

/** Writes the code that is made from other files; in a fresh clone there is none of it. Throws where it cannot. */
export async function writeGenerated(root: string): Promise<void> {
  const wanted = makers.filter(({ needs }) => existsSync(join(root, needs)));
  await Promise.all(
    wanted.map(async ({ tool, args }) => {
      const { code, stdout, stderr } = await runTool(tool, args, root);
      if (code !== 0) throw new Error(`${tool} ${args.join(" ")} ended with ${code}\n${stdout}${stderr}`);
    }),
  );
}
