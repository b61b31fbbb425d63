import type { MetadataRoute } from "next";
import { env } from "@/server/env";

export const dynamic = "force-dynamic";

/** Public pages may be indexed; what needs a sign-in has nothing to find. */
export default function robots(): MetadataRoute.Robots {
  const closed = ["/api/", "/*/account", "/*/desk", "/*/moderation", "/*/partners", "/*/sign-in"];
  return { rules: { userAgent: "*", allow: "/", disallow: closed }, sitemap: `${env().APP_URL}/sitemap.xml` };
}
