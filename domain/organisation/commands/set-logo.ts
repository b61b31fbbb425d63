import sharp from "sharp";
import type { Actor } from "@/domain/actor";
import { recordAudit } from "@/domain/audit/commands";
import { takePoint } from "@/domain/limit/commands";
import { ok, refuse, type Result } from "@/domain/result";
import { db } from "@/prisma/client";
import { requireOrganisation } from "../access";
import { pictureFormat } from "../rules";

/** Longest side of a stored logo, in pixels. */
const side = 512;
/** A small file may unfold to a huge picture; more than this is not unfolded. */
const mostPixels = 40_000_000;

/** The picture as WebP without metadata, or null where it cannot be read as PNG, JPEG or WebP. */
async function encode(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer> | null> {
  if (pictureFormat(bytes) === null) return null;
  const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" });
  const encoded = await picture
    .rotate()
    .resize(side, side, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 85 })
    .toBuffer()
    // sharp throws plain errors for every broken picture.
    .catch(() => null);
  return encoded && new Uint8Array(encoded);
}

type Stored = Result<{ slug: string }, "picture_unreadable" | "too_many_attempts">;

/**
 * Makes a picture the organisation's logo: at most 512 by 512 pixels, re-encoded.
 * @param bytes PNG, JPEG or WebP, told by its first bytes
 * Refusals: "picture_unreadable", "too_many_attempts". Throws SignedOut, NotFound.
 */
export async function setLogo(actor: Actor, organisation: string, bytes: Uint8Array): Promise<Stored> {
  const { id: organisationId, slug } = await requireOrganisation(actor, { slug: organisation }, "edit");
  if (!(await takePoint("upload", organisationId))) return refuse("too_many_attempts");
  const webp = await encode(bytes);
  if (!webp) return refuse("picture_unreadable");
  await db.$transaction(async (tx) => {
    await tx.organisationLogo.upsert({ where: { organisationId }, create: { organisationId, webp }, update: { webp } });
    await recordAudit(tx, actor, { action: "logo.set", objectType: "organisation", objectId: organisationId, organisationId });
  });
  return ok({ slug });
}

/** Takes the logo away; twice has the effect of once. Throws SignedOut, NotFound. */
export async function removeLogo(actor: Actor, organisation: string): Promise<Result<{ slug: string }, never>> {
  const { id: organisationId, slug } = await requireOrganisation(actor, { slug: organisation }, "edit");
  await db.$transaction(async (tx) => {
    const { count } = await tx.organisationLogo.deleteMany({ where: { organisationId } });
    if (count > 0) await recordAudit(tx, actor, { action: "logo.remove", objectType: "organisation", objectId: organisationId, organisationId });
  });
  return ok({ slug });
}
