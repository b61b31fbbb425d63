import { useTranslations } from "next-intl";

const bubble = "absolute max-w-[8.4rem] rounded-2xl border border-line bg-surface px-3 py-2 text-xs leading-snug shadow-sm sm:max-w-[13rem] sm:px-4 sm:py-3 sm:text-base";

/** A footbridge between two banks: a need on one side, the offer that answers it on the other. */
export function Bridge() {
  const t = useTranslations("Home");
  return (
    <div className="relative mx-auto aspect-[5/4] w-full max-w-xl">
      <svg aria-hidden="true" viewBox="0 0 500 400" className="absolute inset-0 size-full" fill="none" strokeLinecap="round">
        <circle cx="372" cy="96" r="46" fill="var(--accent-bright)" opacity=".9" />
        <path d="M0 290 C70 250 110 262 150 300 L150 400 L0 400 Z" fill="var(--primary)" />
        <path d="M500 270 C440 244 392 262 350 300 L350 400 L500 400 Z" fill="var(--primary)" />
        <path d="M60 286 Q250 120 440 282" stroke="var(--ink)" strokeWidth="9" />
        <path d="M92 300 H410" stroke="var(--ink)" strokeWidth="9" />
        <path d="M132 300 V236 M192 300 V205 M250 300 V196 M308 300 V203 M368 300 V234" stroke="var(--ink)" strokeWidth="6" />
        <g stroke="var(--primary)" strokeWidth="6" opacity=".55">
          <path d="M150 336 q25 -16 50 0 t50 0 t50 0 t50 0" />
          <path d="M150 362 q25 -16 50 0 t50 0 t50 0 t50 0" />
          <path d="M150 388 q25 -16 50 0 t50 0 t50 0 t50 0" />
        </g>
        <g stroke="var(--accent)" strokeWidth="9">
          <path d="M205 192 V164 M205 174 L226 166" />
          <path d="M295 192 V164 M295 174 L274 166" />
        </g>
        <circle cx="205" cy="148" r="10" fill="var(--accent)" />
        <circle cx="295" cy="148" r="10" fill="var(--accent)" />
      </svg>
      <p lang="pl" className={`${bubble} top-0 left-0`}>{t("bridgeLeft")}</p>
      <p lang="de" className={`${bubble} top-[26%] right-0`}>{t("bridgeRight")}</p>
    </div>
  );
}
