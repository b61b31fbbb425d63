import { z } from "zod";
import { problemSchema, type Problem } from "../problem";
import { attempt, Unusable, type Read } from "./defect";
import { parseJson, validate } from "./json-text";
import { publishedSchema, toProblem } from "./published";
import { checkReferences } from "./references";

export type JsonForm = "portal" | "published";

const formSchema = z.object({ participants: z.union([z.number(), z.array(z.unknown())]) });

/**
 * Reads a problem from JSON: the portal's own form (problemSchema), or that of the published checker, which counts its
 * participants instead of naming them.
 */
export function readJson(text: string): Read<{ problem: Problem; form: JsonForm }> {
  return attempt(() => {
    const { value, locate } = parseJson(text);
    const form = formSchema.safeParse(value);
    if (!form.success) throw new Unusable({ line: null, field: null, reason: "unknown_form" });
    if (typeof form.data.participants === "number") {
      return { problem: toProblem(validate(publishedSchema, value, locate), locate), form: "published" };
    }
    const problem = validate(problemSchema, value, locate);
    checkReferences(problem, locate);
    return { problem, form: "portal" };
  });
}
