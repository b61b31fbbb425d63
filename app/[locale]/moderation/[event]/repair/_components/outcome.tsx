import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { Numbers } from "@/components/ui/data";
import { Disclosure } from "@/components/ui/disclosure";
import { Card } from "@/components/ui/surface";
import type { RepairView } from "@/domain/schedule/queries/get-repair";

/** What the repair costs and brings, in numbers; whether fewer moves would do; and who is told. */
export function Outcome({ repair }: { repair: RepairView }) {
  const t = useTranslations("RepairPage");
  const { changes, moved, told, breaks } = repair;
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const items = [
    { term: t("placed"), value: count("new") },
    { term: t("moved"), value: moved },
    { term: t("rooms"), value: count("room") },
    ...(count("gone") > 0 ? [{ term: t("gone"), value: count("gone") }] : []),
    { term: t("told"), value: told.length },
    { term: t("breaks"), value: t("fromTo", breaks) },
  ];
  return (
    <Card className="space-y-6">
      <Numbers items={items} />
      <Proof repair={repair} />
      <Disclosure summary={t("whoIsTold", { count: told.length })}>
        <ul className="list-disc space-y-1 pl-5">
          {told.map((person) => <li key={person.id}>{t("person", { person: person.personName, organisation: person.organisation.name })}</li>)}
        </ul>
      </Disclosure>
    </Card>
  );
}

function Proof({ repair: { verdict, moved } }: { repair: RepairView }) {
  const t = useTranslations("RepairPage");
  const words = () => {
    if (verdict.kind === "proved") return moved === 0 ? t("provedNone") : t("proved");
    return verdict.kind === "bounded" ? t("bounded", { bound: verdict.bound }) : t("notProved");
  };
  return (
    <p className={`flex gap-3 ${verdict.kind === "proved" ? "font-semibold text-success" : "text-muted"}`}>
      {verdict.kind === "proved" ? <ShieldCheck aria-hidden="true" className="mt-0.5 size-5 shrink-0" /> : null}
      {words()}
    </p>
  );
}
