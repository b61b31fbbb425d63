import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/badge";

/** Why signing in or linking at an issuer came to nothing; `problem` is what the address says. */
export function IssuerProblem({ problem }: { problem: string | string[] | undefined }) {
  const t = useTranslations("IssuerProblem");
  if (problem !== "not_linked" && problem !== "linked_elsewhere" && problem !== "failed") return null;
  return (
    <div className="mb-6">
      <Alert tone="warning" live>{t(problem)}</Alert>
    </div>
  );
}
