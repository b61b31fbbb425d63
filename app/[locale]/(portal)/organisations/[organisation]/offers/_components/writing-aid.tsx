"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { controlClass } from "@/components/ui/classes";
import { type FormState, useFormContext } from "@/components/form/form";
import { Button } from "@/components/ui/button";
import { type Corrections, mostCorrections, toggleConcept } from "@/domain/concept/rules";
import type { Subject, WritingAid as Aid } from "@/domain/aid/schema";
import type { Direction } from "@/domain/organisation/schema";
import { readTextAction } from "../actions";
import { AidReach, AidSimilar } from "./aid-around";
import { SubjectChips } from "./subject-chips";

/** Milliseconds without a key before the text is read. */
const pause = 700;

const split = (ids: unknown) => (typeof ids === "string" ? ids.split(" ").filter((id) => id !== "") : []);
const same = (one: Corrections, other: Corrections) => JSON.stringify([one.addedConcepts, one.removedConcepts]) === JSON.stringify([other.addedConcepts, other.removedConcepts]);

/** What the form came back with, otherwise what is saved. */
function startOf(state: FormState, saved: Corrections): Corrections {
  if (state?.aid) return state.aid.corrections;
  const typed = state?.initialValue;
  return typed ? { addedConcepts: split(typed["addedConcepts"]), removedConcepts: split(typed["removedConcepts"]) } : saved;
}

type Reading = { aid: Aid | null; isAsking: boolean; isUnread: boolean };

/** Reads the form around `mark`, at once or a moment after typing stops. An answer to what is no longer there is passed over. */
function useReading(first: Aid | null) {
  const mark = useRef<HTMLDivElement>(null);
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [reading, setReading] = useState<Reading>({ aid: first, isAsking: false, isUnread: false });
  const read = useCallback(async () => {
    const form = mark.current?.closest("form");
    if (!form) return;
    clearTimeout(timer.current);
    const mine = (turn.current += 1);
    setReading((before) => ({ ...before, isAsking: true }));
    const aid = await readTextAction(new FormData(form)).catch(() => null);
    if (mine === turn.current) setReading((before) => ({ aid: aid ?? before.aid, isAsking: false, isUnread: aid === null }));
  }, []);
  const readSoon = useCallback(() => {
    clearTimeout(timer.current);
    turn.current += 1;
    timer.current = setTimeout(() => void read(), pause);
  }, [read]);
  const show = useCallback((aid: Aid | null) => {
    clearTimeout(timer.current);
    turn.current += 1;
    setReading({ aid, isAsking: false, isUnread: false });
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { mark, reading, read, readSoon, show };
}

type Props = { direction: Direction; saved: Corrections; initial: Aid | null };

/**
 * What helps to write the text of the form around it: the subjects understood, to correct; whom it would meet; how others
 * put it. The corrections are fields of the form. Without JavaScript its buttons send the form, which comes back with all
 * that was typed.
 */
export function WritingAid({ direction, saved, initial }: Props) {
  const t = useTranslations("WritingAid");
  const { id, state } = useFormContext();
  const [corrections, setCorrections] = useState(() => startOf(state, saved));
  const { mark, reading, read, readSoon, show } = useReading(state?.aid ?? initial);
  const [picked, setPicked] = useState<Subject[]>([]);
  const start = useRef({ state, saved, initial });
  useLayoutEffect(() => {
    start.current = { state, saved, initial };
  });

  useLayoutEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return undefined;
    const onInput = () => {
      const typed = new FormData(form);
      // A draft that was put back holds corrections, too.
      const held = { addedConcepts: split(typed.get("addedConcepts")), removedConcepts: split(typed.get("removedConcepts")) };
      setCorrections((before) => (same(before, held) ? before : held));
      readSoon();
    };
    // Emptied after it was sent, or set back by hand; what is to be shown then is known once this is drawn.
    const onReset = () => queueMicrotask(() => {
      const now = start.current;
      setCorrections(startOf(now.state, now.saved));
      setPicked([]);
      show(now.state?.aid ?? now.initial);
    });
    form.addEventListener("input", onInput);
    form.addEventListener("reset", onReset);
    return () => {
      form.removeEventListener("input", onInput);
      form.removeEventListener("reset", onReset);
    };
  }, [mark, readSoon, show]);

  const { aid, isAsking, isUnread } = reading;
  const isUnderstood = (one: string) => aid?.understood.some((subject) => subject.id === one) ?? false;
  const added = [...new Map([...picked, ...(aid?.added ?? [])].map((subject) => [subject.id, subject])).values()];
  const chips = { corrections, isUnderstood, onToggle: toggle };

  function toggle(subject: Subject) {
    flushSync(() => {
      setCorrections(toggleConcept(corrections, subject.id, isUnderstood(subject.id)));
      if (!isUnderstood(subject.id)) setPicked((before) => (before.some((one) => one.id === subject.id) ? before : [...before, subject]));
    });
    // For the draft, and to be read again.
    mark.current?.querySelector("input")?.dispatchEvent(new Event("input", { bubbles: true }));
  }

  return (
    <div ref={mark} className="space-y-4 rounded-xl border border-line bg-sunken px-4 py-4">
      <input hidden readOnly name="addedConcepts" value={corrections.addedConcepts.join(" ")} />
      <input hidden readOnly name="removedConcepts" value={corrections.removedConcepts.join(" ")} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-semibold">{t("title")}</h3>
        <Button
          name="check"
          value="on"
          look="secondary"
          size="small"
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            void read();
          }}
        >
          {t("check")}
        </Button>
      </div>
      <p role="status" aria-busy={isAsking}>{isUnread ? t("unread") : tellReach(t, direction, aid)}</p>
      {aid ? (
        <>
          <AidReach around={aid.around} />
          <div className="space-y-2">
            <p className="text-muted">{aid.understood.length + added.length > 0 ? t("understoodHint") : t("nothing")}</p>
            <SubjectChips {...chips} label={t("understood")} subjects={[...aid.understood, ...added.filter((subject) => !isUnderstood(subject.id))]} />
          </div>
          <div className="space-y-2">
            <label htmlFor={`${id}-subject`} className="block font-semibold">{t("missing")}</label>
            <p id={`${id}-subject-hint`} className="text-muted">{corrections.addedConcepts.length >= mostCorrections.added ? t("full") : t("missingHint")}</p>
            <input
              id={`${id}-subject`}
              name="subject"
              maxLength={100}
              autoComplete="off"
              className={controlClass}
              defaultValue={typeof state?.initialValue?.["subject"] === "string" ? state.initialValue["subject"] : ""}
              aria-describedby={`${id}-subject-hint`}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                void read();
              }}
            />
            {aid.found === null ? null : <SubjectChips {...chips} label={t("found")} subjects={aid.found} />}
            <p role="status">{aid.found?.length === 0 ? t("foundNone") : null}</p>
          </div>
          <AidSimilar around={aid.around} />
        </>
      ) : null}
    </div>
  );
}

/** In one sentence what the text would do today. */
function tellReach(t: ReturnType<typeof useTranslations<"WritingAid">>, direction: Direction, aid: Aid | null): string {
  if (aid === null || aid.around === null) return t("empty");
  if (aid.around === "closed") return t("notYet");
  return t(`${direction}Reach`, { count: aid.around.reach.count });
}
