import { notFound } from "next/navigation";

/** Any other address below a language is answered in that language. */
export default function UnknownPage() {
  notFound();
}
