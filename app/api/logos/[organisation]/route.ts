import { slugSchema } from "@/domain/input";
import { getLogo } from "@/domain/organisation/queries";
import { NotFound } from "@/domain/result";
import { getHomeProgramme } from "@/server/programme";
import { getActor } from "@/server/session";

type Props = { params: Promise<{ organisation: string }> };

/** Nothing but a picture may come of it, wherever it is opened. */
const headers = { "Content-Type": "image/webp", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'; sandbox" };

/** The logo of an organisation, where its profile is visible. Its address changes with the picture, so it may be kept. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const slug = slugSchema.safeParse((await params).organisation);
  const gone = new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
  if (!slug.success) return gone;
  const [actor, programme] = await Promise.all([getActor(), getHomeProgramme()]);
  try {
    const { webp, isPublic } = await getLogo(actor, slug.data, programme.id);
    return new Response(webp, { headers: { ...headers, "Cache-Control": `${isPublic ? "public" : "private"}, max-age=86400` } });
  } catch (error) {
    if (error instanceof NotFound) return gone;
    throw error;
  }
}
