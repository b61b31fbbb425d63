import { useTranslations } from "next-intl";
import { isField } from "@/domain/field/rules";

/** Fields of activity, as a list of small tags. */
export function FieldTags({ codes, label }: { codes: readonly string[]; label: string }) {
  const t = useTranslations("Fields");
  if (codes.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {codes.map((code) => (
        <li key={code} className="rounded-full bg-sunken px-2.5 py-0.5 text-sm">{isField(code) ? t(code) : code}</li>
      ))}
    </ul>
  );
}
