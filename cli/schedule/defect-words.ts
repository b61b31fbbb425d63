import type { Defect } from "@/domain/schedule/solver/format/defect";

const lists = {
  rows: "rows of three numbers between [| and |], such as [|1,2,3|4,5,3|]",
  sets: "sets between [ and ], such as [{1,2},{}]",
  numbers: "numbers between [ and ], such as [0,3,0]",
};

/** What is wrong, and what to do about it. */
function explain(defect: Defect): string {
  switch (defect.reason) {
    case "empty":
      return "the file is empty; give it a problem to solve";
    case "unknown_form":
      return "this is neither a published problem (.dzn or JSON) nor one of the portal's; docs/schedule-format.md shows all three";
    case "not_json":
      return `this is no JSON (${defect.detail}); correct it there`;
    case "missing":
      return "is missing; add it";
    case "schema":
      return `${defect.detail}; docs/schedule-format.md says what may stand there`;
    case "not_a_number":
      return `“${defect.found}” is no whole number; write one`;
    case "not_a_list":
      return `has to be ${lists[defect.wanted]}`;
    case "out_of_range":
      return `${defect.found} is not between ${defect.from} and ${defect.to}; correct the number, or what it counts`;
    case "count":
      return `has ${defect.found} entries where ${defect.stated} asks for ${defect.wanted}; add or remove some`;
    case "unknown_id":
      return `there is no ${defect.kind} ${defect.found}; name one that exists, or add it`;
    case "duplicate":
      return `${defect.found} stands there twice; give each an id of its own`;
    case "with_itself":
      return `${defect.found} would meet itself; name somebody else`;
    case "order_of_slots":
      return "slots have to stand in the order of time, each over before the next begins; correct the times or the order";
    case "cycle":
      return `each of these meetings would have to be later than the next one, and the last one later than the first: ${defect.meetings.join(", ")}; take one of these orders out`;
  }
}

/** event.dzn:6: requested: … */
export function describeDefect(file: string, defect: Defect): string {
  const place = [defect.line === null ? file : `${file}:${defect.line}`, defect.field].filter((part) => part !== null);
  return [...place, explain(defect)].join(": ");
}
