import { Building2, Cpu, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { Card, Section } from "@/components/ui/surface";

/** How it works, in three steps. */
export function Steps() {
  const t = useTranslations("Home");
  const steps = [
    { title: t("step1Title"), text: t("step1Text") },
    { title: t("step2Title"), text: t("step2Text") },
    { title: t("step3Title"), text: t("step3Text") },
  ];
  return (
    <Section title={t("stepsTitle")}>
      <ol className="grid gap-4 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step.title}>
            <Card className="h-full">
              <span aria-hidden="true" className="font-display text-5xl font-extrabold text-accent">{index + 1}</span>
              <h3 className="mt-2 text-xl font-bold">{step.title}</h3>
              <p className="mt-2">{step.text}</p>
            </Card>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Why the project was started and what it wants to reach. */
export function Aims() {
  const t = useTranslations("Home");
  const aims = [t("aim1"), t("aim2"), t("aim3"), t("aim4"), t("aim5")];
  return (
    <section className="mt-14 rounded-3xl bg-primary-soft px-6 py-10 sm:px-10">
      <div className="grid gap-8 lg:grid-cols-2">
        <div>
          <h2 className="text-3xl font-bold text-primary-strong">{t("aimsTitle")}</h2>
          <p className="mt-4 text-lg">{t("aimsIntro")}</p>
        </div>
        <ul className="space-y-3 text-lg">
          {aims.map((aim) => (
            <li key={aim} className="border-l-4 border-accent-bright pl-4">{aim}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Who can take part. */
export function ForWhom() {
  const t = useTranslations("Home");
  const groups = [
    { icon: Cpu, title: t("whom1Title"), text: t("whom1Text") },
    { icon: Building2, title: t("whom2Title"), text: t("whom2Text") },
    { icon: Users, title: t("whom3Title"), text: t("whom3Text") },
  ];
  return (
    <Section title={t("whomTitle")} intro={t("whomIntro")}>
      <ul className="grid gap-6 md:grid-cols-3">
        {groups.map(({ icon: Icon, title, text }) => (
          <li key={title} className="flex gap-4">
            <Icon aria-hidden="true" className="mt-1 size-8 shrink-0 text-accent" />
            <div>
              <h3 className="text-xl font-bold">{title}</h3>
              <p className="mt-1 text-muted">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
