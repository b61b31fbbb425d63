import { ImageResponse } from "next/og";
import { getTranslations } from "next-intl/server";

export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

/** The picture that appears where somebody shares a page. */
export default async function PreviewImage({ params }: { params: Promise<{ locale: "en" | "de" | "pl" }> }) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "Home" });
  return new ImageResponse(
    (
      <div style={{ width: "100%", height: "100%", display: "flex", flexDirection: "column", justifyContent: "space-between", background: "#faf8f4", padding: 72 }}>
        <div style={{ display: "flex", alignItems: "center", gap: 24, fontSize: 56, fontWeight: 700, color: "#0b5261" }}>
          <svg width="100" height="70" viewBox="0 0 40 28" fill="none" strokeLinecap="round" strokeWidth="3.4">
            <path d="M2 15 Q20 -3 38 15" stroke="#0b5261" />
            <path d="M11 9.5 V17 M20 6 V17 M29 9.5 V17" stroke="#0b5261" />
            <path d="M2 24 q4.5 -4 9 0 t9 0 t9 0 t9 0" stroke="#f0703f" />
          </svg>
          Pomost
        </div>
        <div style={{ display: "flex", fontSize: 84, fontWeight: 700, lineHeight: 1.1, color: "#12242c", maxWidth: 980 }}>{t("title")}</div>
        <div style={{ display: "flex", fontSize: 34, color: "#b8401a" }}>{t("eyebrow")}</div>
      </div>
    ),
    size,
  );
}
