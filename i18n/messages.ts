import de from "@/messages/de.json";
import en from "@/messages/en.json";
import pl from "@/messages/pl.json";

export type Messages = typeof en;

const messages: Record<"en" | "de" | "pl", Messages> = { en, de, pl };

/** All texts in one language. English is the source; CI holds the others to the same keys and arguments. */
export function messagesOf(locale: "en" | "de" | "pl"): Messages {
  return messages[locale];
}
