import { NextResponse, type NextRequest } from "next/server";
import { issuerName, returnFromIssuer } from "@/server/auth";

/** The issuer's answer. No other address of next-auth is open: signing in begins and sessions end by the portal's own forms. */
export function GET(request: NextRequest) {
  return issuerName() === null ? new NextResponse(null, { status: 404 }) : returnFromIssuer(request);
}
