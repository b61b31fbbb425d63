import createNextIntlPlugin from "next-intl/plugin";
import { securityHeaders } from "./server/headers.js";

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  typedRoutes: false,
  // Types are a gate of their own (npm run check); checking them again would only make every build longer.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // Pictures of users never pass through the image optimiser.
  images: { unoptimized: true },
  // cadical-wasm opens its .wasm beside itself, which a bundle moves away.
  serverExternalPackages: ["pino", "sharp", "cadical-wasm"],
  experimental: { serverActions: { bodySizeLimit: "3mb" } },
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default createNextIntlPlugin("./i18n/request.ts")(config);
