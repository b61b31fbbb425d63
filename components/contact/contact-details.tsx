import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/data";

/** How somebody may be reached. */
export function ContactDetails({ of: { name, email, phone } }: { of: { name: string; email: string; phone: string | null } }) {
  const t = useTranslations("ContactExchange");
  return (
    <Facts
      items={[
        { term: t("name"), value: name },
        { term: t("email"), value: <a href={`mailto:${email}`} className="wrap-anywhere underline">{email}</a> },
        ...(phone ? [{ term: t("phone"), value: <a href={`tel:${phone.replace(/[^+\d]/g, "")}`} className="underline">{phone}</a> }] : []),
      ]}
    />
  );
}
