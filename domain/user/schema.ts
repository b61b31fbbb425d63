import { z } from "zod";
import { emailSchema, idSchema, lineSchema, localeSchema } from "@/domain/input";
import { demoPeople } from "@/domain/seed/schema";

/** An address to lead back to after signing in, as it came: `localPath` decides whether it is one. */
const returnSchema = z.string().max(2000).optional();

export const requestSignInSchema = z.object({ email: emailSchema, next: returnSchema });

/** Six digits; people copy them with spaces in between. */
export const codeSchema = z.object({
  code: z
    .string()
    .max(100)
    .transform((value) => value.normalize("NFKC").replace(/[\s-]/g, ""))
    .refine((value) => /^\d{6}$/.test(value), { error: "code_format" }),
});

export const linkSchema = z.object({ token: z.string().min(1).max(200) });

export const demoSignInSchema = z.object({ role: z.enum(demoPeople.map(({ role }) => role)), next: returnSchema });

export const accountSchema = z.object({ name: lineSchema({ min: 2, max: 100 }), locale: localeSchema });
export type AccountInput = z.output<typeof accountSchema>;

export const issuerSchema = z.object({ next: returnSchema });

export const identitySchema = z.object({ issuer: z.string().max(500), subject: z.string().max(500) });

export const sessionSchema = z.object({ id: idSchema });

/** What a browser tells about itself, cut to what is kept. */
export type Device = { userAgent: string | null };
